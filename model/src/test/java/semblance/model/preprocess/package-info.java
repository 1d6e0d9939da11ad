@NullMarked
package semblance.model.preprocess;

import org.jspecify.annotations.NullMarked;
