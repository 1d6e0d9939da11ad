/// Photos that show the same shot.
@NullMarked
package semblance.indexer.alike;

import org.jspecify.annotations.NullMarked;
