package semblance.indexer.pipeline;

import java.util.function.Consumer;

import semblance.indexer.encode.EncodedImage;
import semblance.model.ImageCrop;

/// A crop on its way to the encoder. What comes back goes to the file that it was cut from, whatever lies beside it in
/// the batch.
///
/// @param encoded takes what became of it, on the encode thread
/// @param dropped run instead if the run stops before, on the encode thread
record ToEncode(ImageCrop crop, Consumer<EncodedImage> encoded, Runnable dropped) {
}
