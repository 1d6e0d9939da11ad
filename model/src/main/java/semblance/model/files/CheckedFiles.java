package semblance.model.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import semblance.model.ModelLoadException;
import semblance.model.card.ModelCard;
import semblance.model.card.ModelFile;
import semblance.model.onnx.GraphFile;

/// The files of a card, checked against it when they are opened: what is read whole by size and hash, a graph on disk by
/// its size only, for hashing hundreds of megabytes would delay every start. Thread-safe.
///
/// @param card  what the files have to be
/// @param files where they are
public record CheckedFiles(ModelCard card, ModelFiles files) {
    /// Reads a file whole.
    ///
    /// @throws ModelLoadException naming the file if it is missing or not what the card says
    public byte[] read(String path) {
        ModelFile file = card.file(path);
        byte[] bytes = readUnchecked(path);
        String expected = file.sha256();
        String found = expected == null ? null : FileHash.of(bytes);
        if (expected != null && !expected.equals(found)) {
            throw failure(path, "is damaged (SHA-256 " + found + " instead of " + expected + ")");
        }
        checkSize(file, bytes.length);
        return bytes;
    }

    /// A graph for the runtime: in place if it lies on disk, so that its weights are read once, else in memory.
    ///
    /// @throws ModelLoadException naming the file if it is missing or not what the card says
    public GraphFile graph(String path) {
        Optional<Path> onDisk = files.onDisk(path);
        if (onDisk.isEmpty()) {
            return new GraphFile.InMemory(path, read(path));
        }
        try {
            checkSize(card.file(path), Files.size(onDisk.get()));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        return new GraphFile.OnDisk(path, onDisk.get());
    }

    private byte[] readUnchecked(String path) {
        try (InputStream in = files.open(path).orElseThrow(() -> failure(path, "is missing"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private void checkSize(ModelFile file, long found) {
        Long expected = file.size();
        if (expected != null && found != expected) {
            throw failure(file.path(), "is damaged (" + found + " bytes instead of " + expected + ")");
        }
    }

    private ModelLoadException failure(String path, String what) {
        return new ModelLoadException("The file " + path + " of the model " + card.id() + " " + what + ". "
                + files.remedy());
    }

    private ModelLoadException unreadable(String path, IOException cause) {
        return new ModelLoadException("The file " + path + " of the model " + card.id() + " cannot be read ("
                + cause.getMessage() + "). " + files.remedy(), cause);
    }
}
