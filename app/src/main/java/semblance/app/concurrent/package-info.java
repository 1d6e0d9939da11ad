/// The threads of the program itself: made and removed here.
@NullMarked
package semblance.app.concurrent;

import org.jspecify.annotations.NullMarked;
