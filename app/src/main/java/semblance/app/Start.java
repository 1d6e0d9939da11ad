package semblance.app;

import java.util.Optional;

/// What a start of the program is told by its arguments and its environment.
///
/// @param provider name of the execution provider to use, or empty to heed the settings
public record Start(Directories directories, Optional<String> provider) {
}
