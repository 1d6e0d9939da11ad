package semblance.app.instance;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// What a start asks of the window.
///
/// @param folders to be added to the library, absolute
/// @param query   to be searched for, or null for none
public record StartRequest(List<Path> folders, @Nullable String query) {
    public StartRequest {
        folders = List.copyOf(folders);
    }
}
