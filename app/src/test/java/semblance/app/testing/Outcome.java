package semblance.app.testing;

import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// What a command left.
///
/// @param status of its exit
/// @param out    standard output
/// @param err    standard error
public record Outcome(int status, String out, String err) {
    /// Standard output, a JSON document a line.
    public List<JsonNode> documents() {
        ObjectMapper mapper = new ObjectMapper();
        return out.lines().map(line -> {
            try {
                return mapper.readTree(line);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException("not a JSON document: " + line, e);
            }
        }).toList();
    }

    /// The only document.
    public JsonNode document() {
        List<JsonNode> all = documents();
        if (all.size() != 1) {
            throw new IllegalStateException(all.size() + " documents in: " + out + err);
        }
        return all.getFirst();
    }
}
