/// Native libraries: where their code is unpacked, what they print, and what they are kept from doing.
@NullMarked
package semblance.app.natives;

import org.jspecify.annotations.NullMarked;
