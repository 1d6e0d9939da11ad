/// What a library holds after its process was killed at any moment.
@NullMarked
package semblance.indexer.kill;

import org.jspecify.annotations.NullMarked;
