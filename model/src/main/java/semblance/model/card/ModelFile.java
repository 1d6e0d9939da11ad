package semblance.model.card;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// A file of a model.
///
/// @param path   relative to the model's folder, with slashes
/// @param size   in bytes; null if it is not known
/// @param sha256 64 lower-case hexadecimal digits; null if it is not known
public record ModelFile(String path, @Nullable Long size, @Nullable String sha256) {
    public ModelFile {
        Requirement.present(path, "path");
        Requirement.that(isInside(path), "path " + path + " is not a relative path with slashes inside the model");
        Requirement.that(size == null || size > 0, path + ": size " + size);
        Requirement.that(sha256 == null || sha256.matches("[0-9a-f]{64}"),
                path + ": sha256 is not 64 lower-case hexadecimal digits");
    }

    private static boolean isInside(String path) {
        return !path.startsWith("/") && !path.contains("\\") && !path.contains(":")
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }
}
