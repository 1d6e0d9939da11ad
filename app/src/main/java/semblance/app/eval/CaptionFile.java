package semblance.app.eval;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A table of captions in UTF-8: a line each, the file's name, a tab, the caption. Blank lines do not count.
public final class CaptionFile {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private CaptionFile() {
    }

    /// Reads it.
    ///
    /// @throws CaptionsException if it is no such table; the message names the first line that is wrong
    public static List<Caption> read(Path table) throws IOException, CaptionsException {
        if (Files.isDirectory(table)) {
            throw new CaptionsException(table + " is a folder, not a table of captions.");
        }
        List<String> lines = lines(table);
        List<Caption> captions = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank()) {
                continue;
            }
            int tab = line.indexOf('\t');
            if (tab < 1 || line.substring(tab).isBlank()) {
                throw new CaptionsException(
                        "Line " + number + " of " + table + " is not a file name, a tab and a caption.");
            }
            captions.add(new Caption(line.substring(0, tab), line.substring(tab + 1).strip()));
        }
        if (captions.isEmpty()) {
            throw new CaptionsException("There is no caption in " + table
                    + ". Each line has to hold a file name, a tab and a caption.");
        }
        return captions;
    }

    private static List<String> lines(Path table) throws IOException, CaptionsException {
        try {
            List<String> lines = Files.readAllLines(table, StandardCharsets.UTF_8);
            if (!lines.isEmpty() && lines.getFirst().startsWith(BYTE_ORDER_MARK)) {
                lines.set(0, lines.getFirst().substring(BYTE_ORDER_MARK.length()));
            }
            return lines;
        } catch (CharacterCodingException e) {
            throw new CaptionsException(table + " is not UTF-8 text. Save it as UTF-8.", e);
        }
    }
}
