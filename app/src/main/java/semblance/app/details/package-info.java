/// What is known of a photo, in words: for the window and the command line.
@NullMarked
package semblance.app.details;

import org.jspecify.annotations.NullMarked;
