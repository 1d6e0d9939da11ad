/// Looks at the environment of the program: runtime, libraries, model files, directories.
@NullMarked
package semblance.app.doctor;

import org.jspecify.annotations.NullMarked;
