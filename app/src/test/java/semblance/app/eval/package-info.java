/// Captions, ranks, and retrieval on photos.
@NullMarked
package semblance.app.eval;

import org.jspecify.annotations.NullMarked;
