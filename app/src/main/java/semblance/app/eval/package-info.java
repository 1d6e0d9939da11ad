/// Measures retrieval: how often the photo of a caption is found, and the caption of a photo.
@NullMarked
package semblance.app.eval;

import org.jspecify.annotations.NullMarked;
