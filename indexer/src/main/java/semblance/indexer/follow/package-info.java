/// Keeps a library in step with its folders while a program is open.
@NullMarked
package semblance.indexer.follow;

import org.jspecify.annotations.NullMarked;
