@NullMarked
package semblance.model.provider;

import org.jspecify.annotations.NullMarked;
