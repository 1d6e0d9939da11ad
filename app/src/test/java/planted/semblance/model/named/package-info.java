/// Nothing wrong here; others must not come here.
@NullMarked
package planted.semblance.model.named;

import org.jspecify.annotations.NullMarked;
