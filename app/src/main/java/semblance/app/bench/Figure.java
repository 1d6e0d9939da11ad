package semblance.app.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// Something measured. As JSON its kind is its first field; stable from release to release.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "figure")
@JsonSubTypes({@JsonSubTypes.Type(Machine.class), @JsonSubTypes.Type(Figure.Decode.class),
    @JsonSubTypes.Type(Figure.Preprocess.class), @JsonSubTypes.Type(Figure.Encode.class),
    @JsonSubTypes.Type(Figure.Text.class), @JsonSubTypes.Type(Figure.Padding.class),
    @JsonSubTypes.Type(Figure.Search.class)})
public sealed interface Figure permits Machine, Figure.Decode, Figure.Preprocess, Figure.Encode, Figure.Text,
        Figure.Padding, Figure.Search {
    /// A JPEG decoded on one thread.
    ///
    /// @param width         of the file in pixels
    /// @param bytes         of the file
    /// @param decodedWidth  smaller where it was decoded at a scale, as indexing does
    @JsonTypeName("decode")
    record Decode(int width, int height, int bytes, int decodedWidth, int decodedHeight, @JsonUnwrapped Timing timing)
            implements
                Figure {
    }

    /// A crop made on one thread.
    ///
    /// @param kind of resizing, and the edge of the crop
    @JsonTypeName("preprocess")
    record Preprocess(String kind, int width, int height, @JsonUnwrapped Timing timing) implements Figure {
    }

    /// Pictures encoded.
    ///
    /// @param provider         that executes the graph
    /// @param timing           of a batch
    /// @param picturesPerSecond by the clock
    /// @param cpuMsPerPicture  of all threads together
    @JsonTypeName("encode")
    record Encode(String model, String provider, int threads, int batch, double picturesPerSecond,
            double cpuMsPerPicture, @JsonUnwrapped Timing timing) implements Figure {
        static Encode of(String model, String provider, int threads, int batch, Timing timing) {
            return new Encode(model, provider, threads, batch, 1000 * batch / timing.p50Ms(), timing.cpuMs() / batch,
                    timing);
        }
    }

    /// A text encoded, as for a typed query.
    ///
    /// @param query  short or long
    /// @param tokens that the text tower is given; null where the model's tokenizer alone knows it
    @JsonTypeName("text")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Text(String model, String query, @Nullable Integer tokens, @JsonUnwrapped Timing timing) implements Figure {
    }

    /// What a short query takes when its text tower is given its own tokens only, of what it takes padded to the whole
    /// context.
    ///
    /// @param clockShare of the median time by the clock
    /// @param cpuShare   of the mean processor time
    @JsonTypeName("padding")
    record Padding(String model, int tokens, int paddedTo, double clockShare, double cpuShare) implements Figure {
        static Padding of(String model, Text upToEnd, Text padded, int tokens, int paddedTo) {
            return new Padding(model, tokens, paddedTo, upToEnd.timing().p50Ms() / padded.timing().p50Ms(),
                    upToEnd.timing().cpuMs() / padded.timing().cpuMs());
        }
    }

    /// The photos nearest to a query, out of an index on disk.
    ///
    /// @param dimension of the vectors
    @JsonTypeName("search")
    record Search(int vectors, int dimension, @JsonUnwrapped Timing timing) implements Figure {
    }
}
