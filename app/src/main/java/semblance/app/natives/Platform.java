package semblance.app.natives;

import java.util.Locale;

/// What the libraries call the system and processor this runs on, in their jars.
///
/// @param onnxRuntime as in `linux-x64`
/// @param sqlite      as in `Linux/x86_64`
record Platform(String onnxRuntime, String sqlite) {
    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /// Names a platform.
    ///
    /// @param system    as `os.name` says it
    /// @param processor as `os.arch` says it
    static Platform of(String system, String processor) {
        boolean arm = processor.equals("aarch64");
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new Platform("win-" + (arm ? "arm64" : "x64"), "Windows/" + (arm ? "aarch64" : "x86_64"));
        }
        if (name.startsWith("mac")) {
            return new Platform("osx-" + (arm ? "aarch64" : "x64"), "Mac/" + (arm ? "aarch64" : "x86_64"));
        }
        return new Platform("linux-" + (arm ? "aarch64" : "x64"), "Linux/" + (arm ? "aarch64" : "x86_64"));
    }
}
