package semblance.model.onnx;

import java.util.ArrayList;
import java.util.List;

import ai.onnxruntime.OrtException;

import semblance.model.Embedding;
import semblance.model.ImageCrop;

/// Encodes pictures in batches that are halved when memory runs out, and stay so. Each picture is encoded again until it
/// has its embedding, so that none is lost or changes places. Not thread-safe.
final class HalvingBatches {
    /// One run of the session.
    interface Run {
        /// Encodes crops, giving one embedding for each in the same order.
        List<Embedding> of(List<ImageCrop> crops) throws OrtException;
    }

    /// Told once, when smaller batches have been found to work.
    interface Listener {
        /// Smaller batches from now on.
        ///
        /// @param tooMany pictures that there was no memory for
        /// @param size    of the batches to come
        void halved(int tooMany, int size);
    }

    private final Run run;
    private final Listener listener;
    private int largest;
    private int tooMany;
    private boolean told;

    /// @param largest batch that the session takes at all
    HalvingBatches(Run run, int largest, Listener listener) {
        this.run = run;
        this.largest = largest;
        this.listener = listener;
    }

    /// Encodes.
    ///
    /// @return one embedding for each crop, in the same order
    /// @throws OrtException if a run fails for another reason, or there is not enough memory for a single picture
    List<Embedding> encode(List<ImageCrop> crops) throws OrtException {
        List<Embedding> embeddings = new ArrayList<>(crops.size());
        while (embeddings.size() < crops.size()) {
            int from = embeddings.size();
            int size = Math.min(largest, crops.size() - from);
            try {
                embeddings.addAll(run.of(crops.subList(from, from + size)));
                tell();
            } catch (OrtException e) {
                if (size == 1 || !OutOfMemory.isCauseOf(e)) {
                    throw e;
                }
                tooMany = Math.max(tooMany, size);
                largest = size / 2;
            }
        }
        return embeddings;
    }

    private void tell() {
        if (tooMany > 0 && !told) {
            told = true;
            listener.halved(tooMany, largest);
        }
    }
}
