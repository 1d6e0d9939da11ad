package semblance.app.window.details;

import java.nio.file.Path;
import java.util.List;

import semblance.app.details.Fact;

/// A photo's details, ready to be shown.
///
/// @param path  absolute
/// @param timed whether it is known at what time of day it was taken
public record ShownDetails(Path path, List<Fact> facts, boolean timed) {
    public ShownDetails {
        facts = List.copyOf(facts);
    }
}
