@NullMarked
package semblance.model.card;

import org.jspecify.annotations.NullMarked;
