@NullMarked
package semblance.model.starter;

import org.jspecify.annotations.NullMarked;
