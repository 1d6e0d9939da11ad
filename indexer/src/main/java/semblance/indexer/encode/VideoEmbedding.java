package semblance.indexer.encode;

import java.util.List;

import semblance.model.Embedding;

/// The embedding of a whole video.
public final class VideoEmbedding {
    private VideoEmbedding() {
    }

    /// A frame of it.
    ///
    /// @param atMs since the beginning, in milliseconds
    public record Frame(long atMs, Embedding embedding) {
    }

    /// The mean of the frames, without a parameter to be learnt (CLIP4Clip, Luo et al. 2021), of length 1 again.
    ///
    /// @param frames at least one
    /// @throws semblance.model.EncodingException if they cancel each other out
    public static Embedding mean(List<Frame> frames) {
        float[] sum = new float[frames.getFirst().embedding().dimension()];
        for (Frame frame : frames) {
            float[] values = frame.embedding().toArray();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
        }
        return Embedding.normalized(sum);
    }
}
