package semblance.model.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import semblance.model.EmbeddingSpace;
import semblance.model.ImageCrop;
import semblance.model.card.ImageTower;
import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.NodeShare;

/// Runs an image tower once under ONNX Runtime's own profiler, to see which provider ran how many of its nodes.
public final class NodeProfile {
    private static final String KERNEL = "_kernel_time";

    private final GraphFile graph;
    private final ImageTower tower;
    private final EmbeddingSpace space;

    /// Prepares for a tower.
    public NodeProfile(GraphFile graph, ImageTower tower, EmbeddingSpace space) {
        this.graph = graph;
        this.tower = tower;
        this.space = space;
    }

    /// Loads the tower on a provider and runs it on one picture. Leaves no file behind.
    ///
    /// @throws semblance.model.ModelLoadException                  if it cannot be loaded
    /// @throws semblance.model.EncodingException                   if it cannot be run on the CPU
    /// @throws semblance.model.provider.ProviderException if it cannot be run on another provider
    /// @throws UncheckedIOException                                if the profile cannot be kept for the moment
    public NodeShare on(ExecutionProvider provider) {
        Map<ExecutionProvider, Integer> nodes = profile(provider);
        if (provider != ExecutionProvider.CPU && provider != ExecutionProvider.CUDA) {
            // What is compiled appears as one node, however much of the graph it is.
            int all = profile(ExecutionProvider.CPU).getOrDefault(ExecutionProvider.CPU, 0);
            nodes.computeIfPresent(provider,
                    (_, seen) -> Math.max(seen, all - nodes.getOrDefault(ExecutionProvider.CPU, 0)));
        }
        return new NodeShare(nodes);
    }

    private Map<ExecutionProvider, Integer> profile(ExecutionProvider provider) {
        try {
            Path directory = Files.createTempDirectory("semblance-profile");
            try {
                return count(run(provider, directory.resolve("nodes")));
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the profile of a run cannot be kept for the moment", e);
        }
    }

    private Path run(ExecutionProvider provider, Path prefix) {
        try (OnnxImageEncoder encoder = new OnnxImageEncoder(graph, tower, space,
                new SessionSettings(1, provider, prefix), _ -> {
                })) {
            encoder.encode(List.of(picture()));
            return encoder.session().endProfile();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot end its profile: " + e.getMessage(), e);
        }
    }

    /// Neither of one colour nor dark, of which a tower may make nothing.
    private ImageCrop picture() {
        byte[] pixels = new byte[3 * tower.size() * tower.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (128 + i * 7 % 120);
        }
        return new ImageCrop(tower.size(), pixels);
    }

    private static Map<ExecutionProvider, Integer> count(Path profile) throws IOException {
        Map<ExecutionProvider, Integer> nodes = new EnumMap<>(ExecutionProvider.class);
        for (JsonNode event : new ObjectMapper().readTree(profile.toFile())) {
            if (event.path("cat").asText().equals("Node") && event.path("name").asText().endsWith(KERNEL)) {
                nodes.merge(provider(event.path("args").path("provider").asText()), 1, Integer::sum);
            }
        }
        return nodes;
    }

    private static ExecutionProvider provider(String name) {
        for (ExecutionProvider provider : ExecutionProvider.values()) {
            if (ProviderOptions.name(provider).getName().equals(name)) {
                return provider;
            }
        }
        throw new IllegalStateException("ONNX Runtime ran a node on " + name);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
