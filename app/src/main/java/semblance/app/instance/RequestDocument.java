package semblance.app.instance;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A request as it goes through the socket: one line of JSON.
record RequestDocument(List<String> folders, @Nullable String query) {
    static RequestDocument of(StartRequest request) {
        return new RequestDocument(request.folders().stream().map(Path::toString).toList(), request.query());
    }

    StartRequest request() {
        return new StartRequest(folders.stream().map(Path::of).toList(), query);
    }
}
