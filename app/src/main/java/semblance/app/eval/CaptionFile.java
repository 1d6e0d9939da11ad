package semblance.app.eval;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A table of captions: a line each, the file's name, a tab, the caption.
public final class CaptionFile {
    private CaptionFile() {
    }

    /// Reads it.
    ///
    /// @throws IllegalArgumentException if a line is no such line; the message names it
    public static List<Caption> read(Path table) throws IOException {
        List<Caption> captions = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(table, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(table + " is not UTF-8 text. Save it as UTF-8.", e);
        }
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank()) {
                continue;
            }
            int tab = line.indexOf('\t');
            if (tab < 1 || line.substring(tab).isBlank()) {
                throw new IllegalArgumentException(
                        "Line " + number + " of " + table + " is not a file name, a tab and a caption.");
            }
            captions.add(new Caption(line.substring(0, tab), line.substring(tab + 1).strip()));
        }
        return captions;
    }
}
