/// The catalog alone, with the real SQLite.
@NullMarked
package semblance.indexer.catalog;

import org.jspecify.annotations.NullMarked;
