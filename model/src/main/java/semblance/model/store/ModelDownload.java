package semblance.model.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import semblance.model.card.ModelCard;
import semblance.model.card.ModelFile;
import semblance.model.files.DirectoryFiles;
import semblance.model.store.download.DownloadException;
import semblance.model.store.download.FileDownloader;
import semblance.model.store.download.Transfer;
import semblance.model.store.download.Transfer.Phase;
import semblance.model.store.download.TransferMeter;

/// Brings a model into the store. A folder of its own beside the model's collects files that are whole, and becomes the
/// model's when it has them all; of a model that is there already, files that are damaged or missing are put in their places
/// one by one. Wherever that ends, the next download goes on from there. [#run] is called once; [#progress] from any thread.
public final class ModelDownload {
    /// What the catalog and other programs should still have.
    private static final long RESERVE = 64L << 20;
    private static final int MEBI = 20;

    private final ModelCard card;
    private final PartialModel partial;
    private final DirectoryFiles installed;
    private final Set<Path> busy;
    private final FileDownloader downloader;
    private final TransferMeter meter;

    /// @param card as far as is known, see [ModelFolder#known]
    /// @param busy the locks that this process holds
    ModelDownload(ModelCard card, Path store, Set<Path> busy, FileDownloader downloader) {
        this.card = card;
        this.partial = new PartialModel(store, card);
        this.installed = new DirectoryFiles(store.resolve(card.id()));
        this.busy = busy;
        this.downloader = downloader;
        this.meter = downloader.meter();
    }

    /// How far it is.
    public Transfer progress() {
        return meter.snapshot();
    }

    /// Downloads until every file of the model is in its place, with the size and the hash that its card says.
    ///
    /// @throws DownloadException                  if that cannot be; the message is for the user
    /// @throws semblance.model.ModelLoadException if another process downloads the model, or the store cannot be written
    /// @throws InterruptedException               if the thread is interrupted
    public void run() throws InterruptedException {
        try (ModelLock _ = ModelLock.take(busy, partial.lock(), card.id())) {
            card.files().forEach(file -> meter.expect(file.size() == null ? 0 : file.size()));
            List<ModelFile> files = new ArrayList<>();
            List<ModelFile> missing = new ArrayList<>();
            for (ModelFile file : card.files()) {
                FileCheck check = lookFor(file);
                (check.isUsable() ? files : missing).add(check.found());
            }
            makeRoom(missing);
            for (ModelFile file : missing) {
                files.add(downloader.fetch(card, card.file(file.path()), partial.file(file), meter));
            }
            new ModelFolder(installed.directory(), card).install(partial, files);
        } finally {
            meter.finish();
        }
    }

    /// In its place, or else among what has come.
    private FileCheck lookFor(ModelFile file) throws InterruptedException {
        meter.begin(Phase.CHECKING, file.path());
        FileCheck check = FileCheck.of(file, installed);
        if (!check.isUsable()) {
            check = FileCheck.of(file, new DirectoryFiles(partial.folder()));
        }
        if (Thread.interrupted()) {
            throw new InterruptedException(); // which may be why it could not be read
        }
        if (check.isUsable()) {
            Long size = Objects.requireNonNull(check.found().size());
            meter.expect(file.size() == null ? size : 0);
            meter.settle(size);
        }
        return check;
    }

    private void makeRoom(List<ModelFile> missing) {
        long needed = missing.stream().map(file -> card.file(file.path())).filter(file -> file.size() != null)
                .mapToLong(file -> Math.max(0,
                        Objects.requireNonNull(file.size()) - FileDownloader.begun(partial.file(file))))
                .sum();
        Path store = partial.store();
        try {
            Files.createDirectories(store);
            long free = downloader.disk().free(store);
            if (!missing.isEmpty() && free < needed + RESERVE) {
                throw new DownloadException(
                        card.title() + " needs " + mebi(needed + RESERVE) + " on the disk of " + store
                                + ", and " + mebi(free) + " are free there. Free " + mebi(needed + RESERVE - free)
                                + ", or keep the library on another disk with --data.");
            }
        } catch (IOException e) {
            throw new DownloadException("The folder of the models, " + store + ", cannot be used (" + e.getMessage()
                    + "). Check its permissions, or name another one with --data.", e);
        }
    }

    private static String mebi(long bytes) {
        return Math.ceilDiv(bytes, 1L << MEBI) + " MiB";
    }
}
