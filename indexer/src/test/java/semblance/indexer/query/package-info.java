/// Tests of what its namesake in the library promises.
@NullMarked
package semblance.indexer.query;

import org.jspecify.annotations.NullMarked;
