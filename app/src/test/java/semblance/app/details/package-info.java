@NullMarked
package semblance.app.details;

import org.jspecify.annotations.NullMarked;
