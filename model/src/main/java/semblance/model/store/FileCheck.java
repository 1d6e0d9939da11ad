package semblance.model.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

import semblance.model.card.ModelFile;
import semblance.model.files.FileHash;
import semblance.model.files.ModelFiles;

/// How a file of a model stands, every byte of it read.
///
/// @param found  the file as it is; as it should be if it cannot be read
/// @param detail what is wrong; empty if nothing is
public record FileCheck(ModelFile found, State state, String detail) {
    /// How it stands.
    public enum State {
        /// As published.
        WHOLE,
        /// It is not known what it should be like.
        UNKNOWN, DAMAGED, MISSING
    }

    /// Whether it can be used as it is.
    public boolean isUsable() {
        return state == State.WHOLE || state == State.UNKNOWN;
    }

    /// Reads a file.
    static FileCheck of(ModelFile expected, ModelFiles files) {
        try (InputStream in = files.open(expected.path()).orElse(null)) {
            if (in == null) {
                return new FileCheck(expected, State.MISSING, "it is missing");
            }
            MessageDigest digest = FileHash.digest();
            long size = new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            if (size == 0) {
                return new FileCheck(expected, State.DAMAGED, "it is empty");
            }
            return compare(expected,
                    new ModelFile(expected.path(), size, HexFormat.of().formatHex(digest.digest())));
        } catch (IOException e) {
            return new FileCheck(expected, State.DAMAGED, "it cannot be read (" + e.getMessage() + ")");
        }
    }

    private static FileCheck compare(ModelFile expected, ModelFile found) {
        Optional<String> problem = problem(expected, found);
        return problem.isPresent()
                ? new FileCheck(found, State.DAMAGED, problem.get())
                : new FileCheck(found, expected.sha256() == null ? State.UNKNOWN : State.WHOLE, "");
    }

    private static Optional<String> problem(ModelFile expected, ModelFile found) {
        if (expected.size() != null && !expected.size().equals(found.size())) {
            return Optional.of(found.size() + " bytes instead of " + expected.size());
        }
        return expected.sha256() != null && !expected.sha256().equals(found.sha256())
                ? Optional.of("SHA-256 " + found.sha256() + " instead of " + expected.sha256())
                : Optional.empty();
    }
}
