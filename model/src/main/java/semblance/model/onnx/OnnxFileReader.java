package semblance.model.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;

import semblance.model.card.Precision;

/// Reads the messages of onnx.proto that describe a graph and skips the others, above all the weights: a file of several
/// hundred megabytes is never in memory. Numbers in the switches are field numbers of onnx.proto.
final class OnnxFileReader {
    private static final int FLOAT = 1;
    private static final int UINT8 = 2;
    private static final int INT8 = 3;
    private static final int FLOAT16 = 10;

    private final List<OnnxFile.Tensor> inputs = new ArrayList<>();
    private final List<OnnxFile.Tensor> outputs = new ArrayList<>();
    private final Map<String, Integer> operators = new HashMap<>();
    private final Map<Precision, Long> weights = new EnumMap<>(Precision.class);
    private final Set<String> initializers = new HashSet<>();
    private final Set<String> external = new TreeSet<>();

    /// Reads one field of a message.
    private interface Field {
        /// @return false if the field is none that matters, and has not been read
        boolean read(int number, CodedInputStream in) throws IOException;
    }

    OnnxFile result() {
        Precision most = weights.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElse(Precision.FP32);
        return new OnnxFile(inputs.stream().filter(input -> !initializers.contains(input.name())).toList(), outputs,
                operators, most, List.copyOf(external));
    }

    void model(CodedInputStream in) throws IOException {
        fields(in, (number, model) -> switch (number) {
            case 7 -> message(model, this::graph);
            case 25 -> message(model, this::function);
            default -> false;
        });
    }

    private boolean graph(int number, CodedInputStream in) throws IOException {
        return switch (number) {
            case 1 -> message(in, this::node);
            case 5 -> initializer(in);
            case 11 -> inputs.add(tensor(in));
            case 12 -> outputs.add(tensor(in));
            default -> false;
        };
    }

    private boolean function(int number, CodedInputStream in) throws IOException {
        return number == 7 && message(in, this::node);
    }

    private boolean node(int number, CodedInputStream in) throws IOException {
        return switch (number) {
            case 4 -> {
                operators.merge(in.readStringRequireUtf8(), 1, Integer::sum);
                yield true;
            }
            case 5 -> message(in, this::attribute);
            default -> false;
        };
    }

    /// The branches of an If and the body of a Loop are graphs of their own, whose outputs are not the model's.
    private boolean attribute(int number, CodedInputStream in) throws IOException {
        return (number == 6 || number == 11)
                && message(in, (field, graph) -> field == 1 && message(graph, this::node));
    }

    private boolean initializer(CodedInputStream in) throws IOException {
        Weight weight = new Weight();
        message(in, weight::field);
        initializers.add(weight.name);
        external.addAll(weight.locations);
        Precision precision = switch (weight.type) {
            case FLOAT -> Precision.FP32;
            case FLOAT16 -> Precision.FP16;
            case UINT8, INT8 -> Precision.INT8;
            default -> null;
        };
        if (precision != null) {
            weights.merge(precision, weight.elements, Long::sum);
        }
        return true;
    }

    private static OnnxFile.Tensor tensor(CodedInputStream in) throws IOException {
        Value value = new Value();
        message(in, value::field);
        return new OnnxFile.Tensor(value.name, value.type, value.shape);
    }

    private static boolean message(CodedInputStream in, Field field) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        fields(in, field);
        in.popLimit(outer);
        return true;
    }

    private static void fields(CodedInputStream in, Field field) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!field.read(WireFormat.getTagFieldNumber(tag), in)) {
                in.skipField(tag);
            }
        }
    }

    /// A TensorProto without its numbers.
    private static final class Weight {
        private String name = "";
        private int type;
        private long elements = 1;
        private final List<String> locations = new ArrayList<>();

        boolean field(int number, CodedInputStream in) throws IOException {
            switch (number) {
                case 1 -> dimensions(in);
                case 2 -> type = in.readInt32();
                case 8 -> name = in.readStringRequireUtf8();
                case 13 -> external(in);
                default -> {
                    return false;
                }
            }
            return true;
        }

        /// One number a field, or all packed into one.
        private void dimensions(CodedInputStream in) throws IOException {
            if (WireFormat.getTagWireType(in.getLastTag()) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                elements *= in.readInt64();
                return;
            }
            int outer = in.pushLimit(in.readRawVarint32());
            while (!in.isAtEnd()) {
                elements *= in.readInt64();
            }
            in.popLimit(outer);
        }

        private void external(CodedInputStream in) throws IOException {
            List<String> entry = new ArrayList<>();
            message(in, (number, pair) -> (number == 1 || number == 2) && entry.add(pair.readStringRequireUtf8()));
            if (entry.size() == 2 && entry.getFirst().equals("location")) {
                locations.add(entry.getLast());
            }
        }
    }

    /// A ValueInfoProto.
    private static final class Value {
        private String name = "";
        private int type;
        private final List<Long> shape = new ArrayList<>();

        boolean field(int number, CodedInputStream in) throws IOException {
            if (number == 1) {
                name = in.readStringRequireUtf8();
                return true;
            }
            return number == 2 && message(in, (field, types) -> field == 1 && message(types, this::tensorType));
        }

        private boolean tensorType(int number, CodedInputStream in) throws IOException {
            if (number == 1) {
                type = in.readInt32();
                return true;
            }
            return number == 2 && message(in, (field, axes) -> field == 1 && axis(axes));
        }

        private boolean axis(CodedInputStream in) throws IOException {
            long[] length = {-1};
            message(in, (number, axis) -> {
                if (number == 1) {
                    length[0] = axis.readInt64();
                    return true;
                }
                return false;
            });
            return shape.add(length[0]);
        }
    }
}
