/// Background work, and the wish that the program end.
@NullMarked
package semblance.app.concurrent;

import org.jspecify.annotations.NullMarked;
