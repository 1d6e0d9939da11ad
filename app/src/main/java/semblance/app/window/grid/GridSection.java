package semblance.app.window.grid;

import java.util.List;

/// Photos that belong together.
///
/// @param heading above them, blank for none
public record GridSection(String heading, List<ShownPhoto> photos) {
}
