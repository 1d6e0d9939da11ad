/// One window per library: a second start reaches the first through a socket that only the same user can open.
@NullMarked
package semblance.app.instance;

import org.jspecify.annotations.NullMarked;
