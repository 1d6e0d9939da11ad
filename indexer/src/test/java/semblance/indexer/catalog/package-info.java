/// Tests of the catalog.
@NullMarked
package semblance.indexer.catalog;

import org.jspecify.annotations.NullMarked;
