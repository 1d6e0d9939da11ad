/// Which embedding space a library is searched in, and the way from one to another.
@NullMarked
package semblance.indexer.space;

import org.jspecify.annotations.NullMarked;
