@NullMarked
package semblance.model.encoder;

import org.jspecify.annotations.NullMarked;
