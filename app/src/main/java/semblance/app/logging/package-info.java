/// The log: one backend, files in the state directory, nothing on the console.
@NullMarked
package semblance.app.logging;

import org.jspecify.annotations.NullMarked;
