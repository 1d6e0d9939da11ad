/// Walks folders and tells what is in them, without opening a file.
@NullMarked
package semblance.indexer.scan;

import org.jspecify.annotations.NullMarked;
