/// From an upright picture to the square crop of an image tower, bit for bit as the Pillow library does it: the towers
/// were trained on its crops, and another resampler moves embeddings by more than the precision of the weights does.
@NullMarked
package semblance.model.preprocess;

import org.jspecify.annotations.NullMarked;
