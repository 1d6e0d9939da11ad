/// Nothing wrong here; others must not come here.
@NullMarked
package planted.semblance.app.named;

import org.jspecify.annotations.NullMarked;
