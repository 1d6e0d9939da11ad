package semblance.app.window.details;

import java.nio.file.Path;
import java.util.List;

import semblance.app.details.Fact;

/// A photo's details, ready to be shown.
///
/// @param path absolute
public record ShownDetails(Path path, List<Fact> facts) {
    public ShownDetails {
        facts = List.copyOf(facts);
    }
}
