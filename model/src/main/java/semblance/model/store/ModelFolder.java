package semblance.model.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import semblance.model.ModelLoadException;
import semblance.model.card.CardFormat;
import semblance.model.card.ModelCard;
import semblance.model.card.ModelFile;
import semblance.model.store.download.DownloadException;

/// The folder of an installed model, with its card.
record ModelFolder(Path path, ModelCard card) {
    private static final String REMOVED = ".removing-";

    /// The card with the sizes and hashes that files had when they were downloaded, where nobody has published them.
    ModelCard known() {
        Path stored = path.resolve(ModelStore.CARD);
        if (card.files().stream().allMatch(file -> file.sha256() != null) || !Files.isRegularFile(stored)) {
            return card;
        }
        try {
            ModelCard then = new CardFormat().read(stored.toString(), Files.readAllBytes(stored));
            return Objects.equals(then.source(), card.source())
                    ? card.withFiles(card.files().stream().map(file -> filled(file, then.files())).toList())
                    : card;
        } catch (IOException | ModelLoadException e) {
            return card; // without it less is known, which the checks say
        }
    }

    private static ModelFile filled(ModelFile file, List<ModelFile> then) {
        return then.stream().filter(each -> file.sha256() == null && each.path().equals(file.path())).findFirst()
                .orElse(file);
    }

    /// Puts what has come into its place.
    ///
    /// @param files all of the model, as they are
    /// @throws InterruptedException if the thread is interrupted
    void install(PartialModel come, List<ModelFile> files) throws InterruptedException {
        byte[] json = new CardFormat().write(card.withFiles(card.files().stream()
                .map(file -> files.stream().filter(each -> each.path().equals(file.path())).findFirst().orElseThrow())
                .toList()));
        try {
            if (Files.exists(path)) {
                complete(come, json);
            } else {
                dropOthers(come);
                Files.write(come.folder().resolve(ModelStore.CARD), json);
                Files.move(come.folder(), path, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (ClosedByInterruptException e) {
            Thread.interrupted(); // the exception says so
            InterruptedException stopped = new InterruptedException();
            stopped.initCause(e);
            throw stopped;
        } catch (IOException e) {
            throw new DownloadException("The files of " + card.title() + " have come and cannot be put into " + path
                    + " (" + e.getMessage()
                    + "). If another Semblance uses the model, close that, and download it again:"
                    + " nothing is fetched twice.", e);
        }
    }

    private void complete(PartialModel come, byte[] json) throws IOException {
        for (ModelFile file : card.files()) {
            Path place = path.resolve(file.path());
            if (Files.isRegularFile(come.file(file))) {
                Files.createDirectories(Objects.requireNonNull(place.getParent()));
                Files.move(come.file(file), place, StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.exists(path.resolve(ModelStore.CARD)) || Files.isDirectory(come.folder())) {
            Files.createDirectories(come.folder());
            Files.write(come.folder().resolve(ModelStore.CARD), json);
            Files.move(come.folder().resolve(ModelStore.CARD), path.resolve(ModelStore.CARD),
                    StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        FolderDeletion.of(come.folder());
    }

    /// What an older version of the program may have left there.
    private void dropOthers(PartialModel come) throws IOException {
        Set<Path> wanted = card.files().stream().map(come::file).collect(Collectors.toSet());
        List<Path> others;
        try (Stream<Path> all = Files.walk(come.folder())) {
            others = all.filter(Files::isRegularFile).filter(file -> !wanted.contains(file)).toList();
        }
        for (Path other : others) {
            Files.delete(other);
        }
    }

    /// Deletes it. It is gone at once, whatever happens then.
    ///
    /// @return bytes that its files had
    long delete() throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        Path removed = path.resolveSibling(REMOVED + card.id());
        FolderDeletion.of(removed);
        Files.move(path, removed, StandardCopyOption.ATOMIC_MOVE);
        return FolderDeletion.of(removed);
    }
}
