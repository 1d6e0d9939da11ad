/// Unpacked native code.
@NullMarked
package semblance.app.natives;

import org.jspecify.annotations.NullMarked;
