package semblance.model.zeroshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import semblance.model.ModelLoadException;

/// Sets of prompts around a label that come with the program.
public final class PromptTemplates {
    private PromptTemplates() {
    }

    /// A few that do most of the work.
    public static List<String> few() {
        return read("prompts-few.txt");
    }

    /// Eighty, of photos good and bad, close and far, and of other kinds of pictures, in the manner of the set that CLIP's
    /// authors used: worth their time where accuracy counts more.
    public static List<String> eighty() {
        return read("prompts-eighty.txt");
    }

    private static List<String> read(String name) {
        try (InputStream in = PromptTemplates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new ModelLoadException("The file " + name + " is missing. Reinstall Semblance.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new ModelLoadException("The file " + name + " cannot be read (" + e.getMessage()
                    + "). Reinstall Semblance.", e);
        }
    }
}
