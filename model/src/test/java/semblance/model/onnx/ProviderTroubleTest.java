package semblance.model.onnx;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.model.provider.ExecutionProvider;

import static org.assertj.core.api.Assertions.assertThat;

/// What ONNX Runtime and CUDA say, in their own words.
class ProviderTroubleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "libcublasLt.so.12 | Install CUDA 12 and cuDNN 9, and let the system find their libraries.",
        "libcudnn.so.9 | Install cuDNN 9 for CUDA 12.",
        "libnvinfer.so.10 | Install TensorRT 10 for CUDA 12."})
    void aMissingLibraryIsNamedAndSaidHowToGet(String library, String remedy) {
        String message = "provider_bridge_ort.cc:1988 onnxruntime::Provider& onnxruntime::ProviderLibrary::Get()"
                + " [ONNXRuntimeError] : 1 : FAIL : Failed to load library /x/libonnxruntime_providers_cuda.so with error: "
                + library + ": cannot open shared object file: No such file or directory\n";

        assertThat(ProviderTrouble.of(ExecutionProvider.CUDA, message, true).detail())
                .isEqualTo(library + " is not found. " + remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CUDA failure 100: no CUDA-capable device is detected | no NVIDIA card is found.",
        "CUDA failure 35: CUDA driver version is insufficient for CUDA runtime version"
                + " | the NVIDIA driver is too old for CUDA 12. Install a newer driver.",
        "CUDA failure 2: out of memory ; GPU=0 ; expr=cudaMalloc"
                + " | the card has no memory left. Close other programs that use it.",
        "Error code - ORT_FAIL - message: no such operator | no such operator.",
        "CUDA failure 719: unspecified launch failure ; GPU=0 | CUDA failure 719: unspecified launch failure ; GPU=0."})
    void whatCudaSaysIsPutIntoWords(String message, String words) {
        assertThat(ProviderTrouble.of(ExecutionProvider.CUDA, message, true).detail()).isEqualTo(words);
    }

    @Test
    void withoutADriverNothingElseMatters() {
        assertThat(ProviderTrouble.of(ExecutionProvider.CUDA, "Failed to load library", false).detail())
                .startsWith("there is no NVIDIA driver.");
    }

    @Test
    void aLongMessageIsShortenedToItsBeginning() {
        assertThat(ProviderTrouble.of(ExecutionProvider.CORE_ML, "x".repeat(5000) + "\nmore", false).detail())
                .hasSizeLessThan(300).startsWith("xxx").doesNotContain("more");
    }
}
