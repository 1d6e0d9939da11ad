@NullMarked
package semblance.model.importing;

import org.jspecify.annotations.NullMarked;
