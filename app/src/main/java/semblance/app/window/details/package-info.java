/// What is known of the photo that is selected.
@NullMarked
package semblance.app.window.details;

import org.jspecify.annotations.NullMarked;
