/// The encoders at work: each loaded once, by the thread that owns it.
@NullMarked
package semblance.indexer.encode;

import org.jspecify.annotations.NullMarked;
