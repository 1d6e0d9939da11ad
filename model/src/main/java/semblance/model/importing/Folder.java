package semblance.model.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import semblance.model.ModelLoadException;

/// A folder with a model to be imported.
record Folder(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The first of some files that is there.
    Optional<String> first(List<String> candidates) {
        return candidates.stream().filter(file -> Files.isRegularFile(path.resolve(file))).findFirst();
    }

    boolean has(String file) {
        return Files.isRegularFile(path.resolve(file));
    }

    /// Whether a file is there and not outside by way of `..`.
    boolean holds(String file) {
        Path inside = path.toAbsolutePath().normalize();
        return has(file) && inside.resolve(file).normalize().startsWith(inside) && !file.contains("..");
    }

    /// A JSON file that the import cannot do without.
    JsonNode require(String file) {
        if (!has(file)) {
            throw refused("the file " + file + " is missing. Copy it from where the model was published.");
        }
        return optional(file);
    }

    /// A JSON file, or a missing node if there is none.
    JsonNode optional(String file) {
        if (!has(file)) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(path.resolve(file).toFile());
        } catch (IOException e) {
            throw refused("the file " + file + " is damaged (" + String.valueOf(e.getMessage()).lines().findFirst()
                    .orElse("") + "). Copy it again from where the model was published.");
        }
    }

    /// The last part of its path: what the model is called.
    String name() {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "model" : name.toString();
    }

    ModelLoadException refused(String why) {
        return new ModelLoadException("The model in " + path + " cannot be imported: " + why);
    }
}
