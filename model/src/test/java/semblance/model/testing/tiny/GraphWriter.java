package semblance.model.testing.tiny;

import java.util.List;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

/// Writes an ONNX graph, operator by operator; each returns the name of what it puts out.
final class GraphWriter {
    static final TensorProto.DataType FLOAT = TensorProto.DataType.FLOAT;
    static final TensorProto.DataType INT64 = TensorProto.DataType.INT64;
    static final TensorProto.DataType INT32 = TensorProto.DataType.INT32;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");
    private int made;

    /// A length of an axis is a number; any other text is the name of a free one.
    String input(String name, TensorProto.DataType type, String... axes) {
        graph.addInput(value(name, type, axes));
        return name;
    }

    void output(String from, String name, String... axes) {
        graph.addNode(NodeProto.newBuilder().setOpType("Identity").addInput(from).addOutput(name));
        graph.addOutput(value(name, FLOAT, axes));
    }

    String tensor(Tensor tensor) {
        String name = next();
        TensorProto.Builder builder = TensorProto.newBuilder().setName(name).setDataType(FLOAT.getNumber());
        for (int axis : tensor.shape()) {
            builder.addDims(axis);
        }
        for (float value : tensor.values()) {
            builder.addFloatData(value);
        }
        graph.addInitializer(builder);
        return name;
    }

    String number(double value) {
        return tensor(new Tensor(new int[0], new float[]{(float) value}));
    }

    /// A vector of whole numbers, for shapes and indexes.
    String whole(long... values) {
        String name = next();
        TensorProto.Builder builder = TensorProto.newBuilder().setName(name).setDataType(INT64.getNumber())
                .addDims(values.length);
        for (long value : values) {
            builder.addInt64Data(value);
        }
        graph.addInitializer(builder);
        return name;
    }

    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        String name = next();
        graph.addNode(NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addOutput(name)
                .addAllAttribute(List.of(attributes)));
        return name;
    }

    String add(String left, String right) {
        return node("Add", List.of(left, right));
    }

    String multiply(String left, String right) {
        return node("Mul", List.of(left, right));
    }

    String matrix(String left, String right) {
        return node("MatMul", List.of(left, right));
    }

    /// `x · weight + bias`.
    String linear(String x, Tensor weight, Tensor bias) {
        return add(matrix(x, tensor(weight)), tensor(bias));
    }

    /// A length of 0 keeps the axis as it is.
    String reshape(String x, long... shape) {
        return node("Reshape", List.of(x, whole(shape)));
    }

    String transpose(String x, long... order) {
        return node("Transpose", List.of(x), whole("perm", order));
    }

    String norm(String x, Tensor scale, Tensor bias) {
        return node("LayerNormalization", List.of(x, tensor(scale), tensor(bias)), whole("axis", -1),
                AttributeProto.newBuilder().setName("epsilon").setType(AttributeProto.AttributeType.FLOAT)
                        .setF((float) Maths.EPSILON).build());
    }

    /// A parameter of an operator; one number stands alone, several are a list.
    static AttributeProto whole(String name, long... values) {
        AttributeProto.Builder builder = AttributeProto.newBuilder().setName(name);
        if (values.length == 1 && name.equals("axis")) {
            return builder.setType(AttributeProto.AttributeType.INT).setI(values[0]).build();
        }
        for (long value : values) {
            builder.addInts(value);
        }
        return builder.setType(AttributeProto.AttributeType.INTS).build();
    }

    /// A parameter that is one number.
    static AttributeProto flag(String name, long value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INT).setI(value).build();
    }

    byte[] bytes() {
        return ModelProto.newBuilder().setIrVersion(8).setGraph(graph)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17)).build().toByteArray();
    }

    private String next() {
        made++;
        return "t" + made;
    }

    private static ValueInfoProto value(String name, TensorProto.DataType type, String... axes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (String axis : axes) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(Character.isDigit(axis.charAt(0))
                    ? dimension.setDimValue(Long.parseLong(axis))
                    : dimension.setDimParam(axis));
        }
        return ValueInfoProto.newBuilder().setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
                .build();
    }
}
