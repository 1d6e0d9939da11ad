package semblance.indexer.encode;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import semblance.indexer.concurrent.SingleThread;
import semblance.model.DualEncoder;
import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;
import semblance.model.EncodingException;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.ImagePreprocessing;
import semblance.model.RgbImage;
import semblance.model.TextEncoder;

/// Runs the towers of a dual encoder, each on a thread of its own and loaded at its first use: a rescan that finds
/// nothing new loads no image tower, an indexing run no text tower. Thread-safe.
public final class EncoderHost implements AutoCloseable {
    private final DualEncoder encoder;
    private final SingleThread imageThread;
    private final SingleThread textThread;
    private final BatchSizes sizes;
    private @Nullable BatchSize batchSize;
    private @Nullable ImageEncoder images;
    private @Nullable TextEncoder texts;

    public EncoderHost(DualEncoder encoder, SingleThread imageThread, SingleThread textThread, BatchSizes sizes) {
        this.encoder = encoder;
        this.sizes = sizes;
        this.imageThread = imageThread;
        this.textThread = textThread;
    }

    public EmbeddingSpace space() {
        return encoder.space();
    }

    /// How many crops of many [#encodeImages] should be given at once.
    public synchronized BatchSize batchSize() {
        BatchSize size = batchSize;
        if (size == null) {
            size = sizes.of(encoder);
            batchSize = size;
        }
        return size;
    }

    /// Cuts a picture for [#encodeImages], on the calling thread.
    public ImageCrop crop(RgbImage image) {
        return preprocessing().crop(image);
    }

    /// The prompts around a label whose mean stands for it.
    public List<String> labelTemplates() {
        return encoder.labelTemplates();
    }

    public ImagePreprocessing preprocessing() {
        return encoder.preprocessing();
    }

    /// Encodes crops, in one run of the session. If that fails, each is encoded alone, so that only those at fault fail.
    ///
    /// @return one result for each crop, in the same order
    /// @throws semblance.model.ModelLoadException if the image tower cannot be loaded
    public List<EncodedImage> encodeImages(List<ImageCrop> crops) {
        return imageThread.call(() -> {
            ImageEncoder tower = images();
            try {
                return succeeded(tower.encode(crops));
            } catch (EncodingException e) {
                return crops.size() == 1
                        ? List.of(new EncodedImage.Failed(String.valueOf(e.getMessage())))
                        : oneByOne(tower, crops);
            }
        });
    }

    private static List<EncodedImage> oneByOne(ImageEncoder tower, List<ImageCrop> crops) {
        List<EncodedImage> results = new ArrayList<>();
        for (ImageCrop crop : crops) {
            try {
                results.addAll(succeeded(tower.encode(List.of(crop))));
            } catch (EncodingException e) {
                results.add(new EncodedImage.Failed(String.valueOf(e.getMessage())));
            }
        }
        return results;
    }

    private static List<EncodedImage> succeeded(List<Embedding> embeddings) {
        return embeddings.stream().<EncodedImage>map(EncodedImage.Succeeded::new).toList();
    }

    /// Encodes a typed text.
    ///
    /// @throws EncodingException                   if it cannot be encoded
    /// @throws semblance.model.ModelLoadException if the text tower cannot be loaded
    public Embedding encodeText(String text) {
        return textThread.call(() -> texts().encode(text));
    }

    private ImageEncoder images() {
        ImageEncoder tower = images;
        if (tower == null) {
            tower = encoder.openImageEncoder();
            images = tower;
        }
        return tower;
    }

    private TextEncoder texts() {
        TextEncoder tower = texts;
        if (tower == null) {
            tower = encoder.openTextEncoder();
            texts = tower;
        }
        return tower;
    }

    @Override
    public void close() {
        imageThread.call(() -> {
            if (images != null) {
                images.close();
                images = null;
            }
            return true;
        });
        textThread.call(() -> {
            if (texts != null) {
                texts.close();
                texts = null;
            }
            return true;
        });
    }
}
