package semblance.model.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.NodeShare;
import semblance.model.starter.StarterModel;

import static org.assertj.core.api.Assertions.assertThat;

class NodeProfileTest {
    @Test
    void theCpuRunsAllNodesOfAGraph() {
        NodeShare share = new NodeProfile(TinyEncoders.file(new TinyTower("n").graph()),
                TinyEncoders.tower("pixel_values", "image_embeds"), TinyEncoders.SPACE).on(ExecutionProvider.CPU);

        assertThat(share).isEqualTo(new NodeShare(Map.of(ExecutionProvider.CPU, 2))); // the Cast to the same type is gone
        assertThat(share.of(ExecutionProvider.CPU)).isEqualTo(1);
        assertThat(share.of(ExecutionProvider.CUDA)).isZero();
        assertThat(share).hasToString("CPU 2 of 2 nodes (100 %)");
    }

    @Test
    void theBundledTowerCanBeProfiledWithoutAFileLeftBehind() throws IOException {
        List<Path> before = profiles();

        NodeShare share = StarterModel.bundled(1).nodeShare(ExecutionProvider.CPU);

        assertThat(share.nodes()).containsOnlyKeys(ExecutionProvider.CPU);
        assertThat(share.total()).isGreaterThan(20);
        assertThat(profiles()).isEqualTo(before);
    }

    private static List<Path> profiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("semblance-profile")).toList();
        }
    }
}
