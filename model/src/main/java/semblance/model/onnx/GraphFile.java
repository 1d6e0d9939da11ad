package semblance.model.onnx;

import java.nio.file.Path;

/// An ONNX file that a session can be made of.
public sealed interface GraphFile {
    /// For messages.
    String name();

    /// Its bytes, for files in a jar.
    @SuppressWarnings("ArrayRecordComponent") // a carrier of megabytes: identity is all the equality it needs
    record InMemory(String name, byte[] bytes) implements GraphFile {
    }

    /// A file that the runtime reads itself, together with weights that lie in files beside it.
    record OnDisk(String name, Path path) implements GraphFile {
    }
}
