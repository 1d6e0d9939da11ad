package semblance.model.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.protobuf.CodedInputStream;

import semblance.model.ModelLoadException;
import semblance.model.card.Precision;

/// What an ONNX file says about itself, read without its weights and without the runtime. Immutable.
///
/// @param inputs        of the graph, without its weights
/// @param outputs       of the graph
/// @param operators     how often each operator occurs, in functions and branches, too
/// @param precision     of most of its weights
/// @param externalFiles that hold weights, relative to the file's folder
public record OnnxFile(List<Tensor> inputs, List<Tensor> outputs, Map<String, Integer> operators, Precision precision,
        List<String> externalFiles) {
    private static final int BUFFER = 1 << 16;

    /// An input or output.
    ///
    /// @param type  a number of onnx.proto's TensorProto.DataType
    /// @param shape lengths of the axes, -1 for free ones
    public record Tensor(String name, int type, List<Long> shape) {
        /// onnx.proto's number for 32-bit integers.
        public static final int INT32 = 6;
        /// onnx.proto's number for 64-bit integers.
        public static final int INT64 = 7;

        public Tensor {
            shape = List.copyOf(shape);
        }

        /// The length of an axis, counted from the end if negative.
        ///
        /// @return empty if there is no such axis or it is free
        public Optional<Integer> length(int axis) {
            int at = axis < 0 ? shape.size() + axis : axis;
            return at < 0 || at >= shape.size() || shape.get(at) < 0
                    ? Optional.empty()
                    : Optional.of(Math.toIntExact(shape.get(at)));
        }
    }

    public OnnxFile {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        operators = Map.copyOf(operators);
        externalFiles = List.copyOf(externalFiles);
    }

    /// Reads a file.
    ///
    /// @throws ModelLoadException naming the file if it cannot be read or is no ONNX file
    public static OnnxFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            OnnxFileReader reader = new OnnxFileReader();
            reader.model(CodedInputStream.newInstance(in, BUFFER));
            OnnxFile read = reader.result();
            if (read.outputs().isEmpty()) {
                throw new ModelLoadException(file + " is not an ONNX file. Export or download it again.");
            }
            return read;
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelLoadException(file + " cannot be read as an ONNX file (" + e.getMessage()
                    + "). Export or download it again.", e);
        }
    }

    /// How often one of some operators occurs.
    public int count(String... names) {
        int count = 0;
        for (String name : names) {
            count += operators.getOrDefault(name, 0);
        }
        return count;
    }
}
