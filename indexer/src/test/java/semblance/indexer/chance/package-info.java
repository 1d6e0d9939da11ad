/// Random file-system operations against a plain account of what the library must hold.
@NullMarked
package semblance.indexer.chance;

import org.jspecify.annotations.NullMarked;
