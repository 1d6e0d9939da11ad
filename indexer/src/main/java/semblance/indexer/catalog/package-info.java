/// The catalog: SQLite tables that hold folders, files, photos, failures and embeddings. It is the truth of which the
/// Lucene indexes are views. The only package that speaks SQL.
@NullMarked
package semblance.indexer.catalog;

import org.jspecify.annotations.NullMarked;
