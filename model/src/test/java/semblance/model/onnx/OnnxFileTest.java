package semblance.model.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.model.ModelLoadException;
import semblance.model.card.Precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Files written by ONNX's own generated classes.
final class OnnxFileTest {
    @TempDir
    Path folder;

    @Test
    void inputsOutputsAndShapesAreThoseOfTheGraph() throws IOException {
        OnnxFile file = read(GraphProto.newBuilder().addInput(value("ids", TensorProto.DataType.INT32, 1, 77))
                .addInput(value("weight", TensorProto.DataType.FLOAT, 4))
                .addInitializer(weight("weight", TensorProto.DataType.FLOAT, 4))
                .addOutput(value("embedding", TensorProto.DataType.FLOAT, -1, 512)));

        assertThat(file.inputs()).containsExactly(
                new OnnxFile.Tensor("ids", OnnxFile.Tensor.INT32, List.of(1L, 77L)));
        assertThat(file.outputs()).extracting(OnnxFile.Tensor::shape).containsExactly(List.of(-1L, 512L));
        assertThat(file.outputs().getFirst().length(-1)).contains(512);
        assertThat(file.outputs().getFirst().length(0)).isEmpty();
        assertThat(file.outputs().getFirst().length(5)).isEmpty();
    }

    @Test
    void operatorsAreCountedInBranchesAndFunctionsToo() throws IOException {
        GraphProto branch = GraphProto.newBuilder().addNode(node("Erf")).addNode(node("Erf")).build();
        GraphProto graph = GraphProto.newBuilder().addNode(node("Erf")).addNode(node("Sigmoid"))
                .addNode(node("If").addAttribute(AttributeProto.newBuilder().setName("then_branch").setG(branch)))
                .addOutput(value("out", TensorProto.DataType.FLOAT, 2)).build();
        ModelProto model = ModelProto.newBuilder().setGraph(graph)
                .addFunctions(FunctionProto.newBuilder().setName("Gelu").addNode(node("Erf"))).build();
        Files.write(folder.resolve("model.onnx"), model.toByteArray());

        OnnxFile file = OnnxFile.read(folder.resolve("model.onnx"));

        assertThat(file.count("Erf")).isEqualTo(4);
        assertThat(file.count("Erf", "Sigmoid", "Tanh")).isEqualTo(5);
    }

    @Test
    void thePrecisionIsThatOfMostWeights() throws IOException {
        assertThat(precision(weight("w", TensorProto.DataType.FLOAT16, 10, 10),
                weight("norm", TensorProto.DataType.FLOAT, 20))).isEqualTo(Precision.FP16);
        assertThat(precision(weight("w", TensorProto.DataType.UINT8, 10, 10),
                weight("norm", TensorProto.DataType.FLOAT, 20))).isEqualTo(Precision.INT8);
        assertThat(precision(weight("w", TensorProto.DataType.FLOAT, 10, 10),
                weight("shape", TensorProto.DataType.INT64, 20, 20))).isEqualTo(Precision.FP32);
    }

    @Test
    void weightsInOtherFilesAreNamed() throws IOException {
        TensorProto outside = weight("w", TensorProto.DataType.FLOAT, 10).toBuilder()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue("model.onnx_data"))
                .addExternalData(StringStringEntryProto.newBuilder().setKey("offset").setValue("4096")).build();

        OnnxFile file = read(GraphProto.newBuilder().addInitializer(outside)
                .addOutput(value("out", TensorProto.DataType.FLOAT, 2)));

        assertThat(file.externalFiles()).containsExactly("model.onnx_data");
    }

    @Test
    void anEmptyFileIsNoGraph() throws IOException {
        Files.createFile(folder.resolve("model.onnx"));

        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> OnnxFile.read(folder.resolve("model.onnx")))
                .withMessageContaining("not an ONNX file");
    }

    private Precision precision(TensorProto... weights) throws IOException {
        return read(GraphProto.newBuilder().addAllInitializer(List.of(weights))
                .addOutput(value("out", TensorProto.DataType.FLOAT, 2))).precision();
    }

    private OnnxFile read(GraphProto.Builder graph) throws IOException {
        Path file = folder.resolve("model.onnx");
        Files.write(file, ModelProto.newBuilder().setIrVersion(8).setGraph(graph).build().toByteArray());
        return OnnxFile.read(file);
    }

    private static NodeProto.Builder node(String operator) {
        return NodeProto.newBuilder().setOpType(operator).addInput("x").addOutput("y");
    }

    private static TensorProto weight(String name, TensorProto.DataType type, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
        for (long axis : shape) {
            tensor.addDims(axis);
        }
        return tensor.build();
    }

    /// Negative lengths are free.
    private static ValueInfoProto value(String name, TensorProto.DataType type, long... axes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long axis : axes) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(axis < 0 ? dimension.setDimParam("n") : dimension.setDimValue(axis));
        }
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape))).build();
    }
}
