package semblance.app.window;

import java.nio.file.Path;
import java.util.Objects;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import semblance.app.window.testing.LargeLibrary;

/// How the window gets on with many photos. Not a test, for nothing here can fail for being slow: run with the profile
/// `measurements` and these properties.
///
/// - `semblance.measurements.library`: where the library of drawn photos lies or is made
/// - `semblance.measurements.photos`: how many it is made of, 100,000 without it
@Tag("measurements")
class WindowMeasurements {
    private final LargeLibrary library = new LargeLibrary(Path.of(Objects.requireNonNull(
            System.getProperty("semblance.measurements.library"), "set the property semblance.measurements.library"))
            .toAbsolutePath());

    @Test
    void makeTheLibrary() throws Exception {
        if (!library.exists()) {
            library.make(Integer.getInteger("semblance.measurements.photos", 100_000));
        }
    }
}
