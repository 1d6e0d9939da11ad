package semblance.model.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.model.ModelLoadException;
import semblance.model.card.ModelCard;
import semblance.model.card.ModelFile;
import semblance.model.files.FileHash;

/// Copies a model's files into a folder of their own, which appears under its name only when it is whole.
///
/// @param from where the files are
/// @param to   must not exist
record ModelCopy(ModelCard card, Path from, Path to) {
    /// How folders begin that are not whole.
    static final String UNFINISHED = ".importing-";

    private static final Logger LOG = LoggerFactory.getLogger(ModelCopy.class);

    /// Copies.
    ///
    /// @throws ModelLoadException if that fails or a file is no longer what the card says
    void run(byte[] json) {
        Path store = Objects.requireNonNull(to.getParent());
        try {
            Files.createDirectories(store);
            Path unfinished = store.resolve(UNFINISHED + card.id());
            delete(unfinished);
            Files.createDirectory(unfinished);
            try {
                for (ModelFile file : card.files()) {
                    copy(file, unfinished);
                }
                Files.write(unfinished.resolve(ModelStore.CARD), json);
                Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(unfinished);
            }
        } catch (IOException e) {
            throw new ModelLoadException("The model " + card.id() + " cannot be copied to " + store + " ("
                    + e.getMessage() + "). Is there room on that disk?", e);
        }
    }

    private void copy(ModelFile file, Path unfinished) throws IOException {
        Path target = unfinished.resolve(file.path());
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream in = Files.newInputStream(from.resolve(file.path()));
                OutputStream out = Files.newOutputStream(target)) {
            String hash = FileHash.copy(in, out);
            String expected = file.sha256();
            if (expected != null && !hash.equals(expected)) {
                throw new ModelLoadException("The file " + file.path() + " of the model " + card.id()
                        + " has changed while it was imported. Import it again when nothing else writes to it.");
            }
        }
    }

    /// What is left of a copy that failed, now or in a program that was killed.
    private static void delete(Path unfinished) {
        try {
            FolderDeletion.of(unfinished);
        } catch (IOException e) {
            LOG.warn("what is left of an import that failed cannot be deleted", e);
        }
    }
}
