/// Tests of what its namesake in the library promises.
@NullMarked
package semblance.indexer.occasion;

import org.jspecify.annotations.NullMarked;
