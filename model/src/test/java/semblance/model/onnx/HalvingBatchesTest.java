package semblance.model.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import ai.onnxruntime.OrtException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.model.Embedding;
import semblance.model.EncodingException;
import semblance.model.ImageCrop;
import semblance.model.provider.ExecutionProvider;
import semblance.model.testing.Seed;
import semblance.model.testing.tiny.HungryTower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HalvingBatchesTest {
    private final List<Integer> runs = new ArrayList<>();
    private final List<String> halvings = new ArrayList<>();

    /// As the libraries say it.
    @ParameterizedTest
    @ValueSource(strings = {
        "Non-zero status code returned while running Conv node. Name:'/conv1/Conv' Status Message:"
                + " /onnxruntime_src/onnxruntime/core/framework/bfc_arena.cc:376 void*"
                + " onnxruntime::BFCArena::AllocateRawInternal(size_t, bool, onnxruntime::Stream*)"
                + " Failed to allocate memory for requested buffer of size 939524096",
        "CUDA failure 2: out of memory ; GPU=0 ; hostname=x ; file=cuda_allocator.cc ; line=37 ; expr=cudaMalloc((void**)&p, size);",
        "CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0 ; expr=cublasCreate(&cublas_handle_);",
        "CUDNN failure 4002: CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED ; GPU=0",
        "DmlExecutionProvider 8007000E Not enough memory resources are available to complete this operation.",
        "std::bad_alloc"})
    void aBatchThatIsTooLargeIsHalvedUntilItFits(String message) throws OrtException {
        HalvingBatches batches = batches(3, message);

        assertThat(batches.encode(crops(10))).isEqualTo(embeddings(10));
        assertThat(runs).containsExactly(10, 5, 2, 2, 2, 2, 2);
        assertThat(halvings).containsExactly("10 to 2");
    }

    @Test
    void laterBatchesBeginAtTheSizeThatFitted() throws OrtException {
        HalvingBatches batches = batches(4, "out of memory");
        batches.encode(crops(8));
        runs.clear();

        assertThat(batches.encode(crops(8))).isEqualTo(embeddings(8));
        assertThat(runs).containsExactly(4, 4);
        assertThat(halvings).containsExactly("8 to 4");
    }

    @RepeatedTest(20)
    void whereverMemoryRunsOutEachPictureGetsItsOwnEmbedding() throws OrtException {
        Random random = Seed.next("whereverMemoryRunsOut").random();
        int count = 1 + random.nextInt(40);
        HalvingBatches batches = new HalvingBatches(crops -> {
            if (crops.size() > 1 && random.nextInt(3) == 0) {
                throw new OrtException("CUDA failure 2: out of memory");
            }
            return embed(crops);
        }, Integer.MAX_VALUE, (_, _) -> {
        });

        assertThat(batches.encode(crops(count))).isEqualTo(embeddings(count));
    }

    @Test
    void aPictureThatDoesNotFitAloneIsAFailure() {
        assertThatExceptionOfType(OrtException.class)
                .isThrownBy(() -> batches(0, "CUDA failure 2: out of memory").encode(crops(4)))
                .withMessageContaining("out of memory");
        assertThat(runs).containsExactly(4, 2, 1);
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        assertThatExceptionOfType(OrtException.class)
                .isThrownBy(() -> batches(1, "CUDA failure 719: unspecified launch failure").encode(crops(4)))
                .withMessageContaining("719");
        assertThat(runs).containsExactly(4);
    }

    @Test
    void theRuntimeItselfRunningOutOfMemoryIsNoticed() {
        List<String> notices = new ArrayList<>();
        List<ImageCrop> crops = IntStream.range(0, 7).mapToObj(i -> TinyEncoders.crop(255 - i, 200, 128 + 9 * i))
                .toList();
        try (OnnxImageEncoder hungry = TinyEncoders.of(HungryTower.graph(2), ExecutionProvider.CPU, notices::add);
                OnnxImageEncoder frugal = TinyEncoders.of(HungryTower.graph(7), ExecutionProvider.CPU, notices::add)) {
            assertThat(hungry.encode(crops)).isEqualTo(frugal.encode(crops));
            assertThat(hungry.encode(crops)).as("and it goes on").isEqualTo(frugal.encode(crops));
        }
        assertThat(notices).containsExactly("The memory is not enough for 7 photos at a time: Semblance goes on with 1."
                + " Closing other programs may help.");
    }

    @Test
    void theRuntimeWithoutMemoryForASinglePictureFails() {
        try (OnnxImageEncoder hungry = TinyEncoders.of(HungryTower.graph(0), ExecutionProvider.CPU, _ -> {
        })) {
            assertThatExceptionOfType(EncodingException.class)
                    .isThrownBy(() -> hungry.encode(List.of(TinyEncoders.crop(255, 200, 200))))
                    .withMessageContaining("tiny.onnx");
        }
    }

    private HalvingBatches batches(int fitting, String message) {
        return new HalvingBatches(crops -> {
            runs.add(crops.size());
            if (crops.size() > fitting) {
                throw new OrtException(message);
            }
            return embed(crops);
        }, Integer.MAX_VALUE, (failed, size) -> halvings.add(failed + " to " + size));
    }

    /// Each picture's colour is its number.
    private static List<ImageCrop> crops(int count) {
        return IntStream.range(0, count).mapToObj(i -> TinyEncoders.crop(i + 1, 1, 1)).toList();
    }

    private static List<Embedding> embeddings(int count) {
        return embed(crops(count));
    }

    private static List<Embedding> embed(List<ImageCrop> crops) {
        return crops.stream().map(crop -> Embedding.normalized(new float[]{crop.pixels()[0], 1})).toList();
    }
}
