@NullMarked
package semblance.model.store;

import org.jspecify.annotations.NullMarked;
