/// Native code of libraries, unpacked where Semblance keeps its files.
@NullMarked
package semblance.app.natives;

import org.jspecify.annotations.NullMarked;
