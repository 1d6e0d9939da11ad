package semblance.indexer.catalog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Copies of a catalog, and the way back to one of them. A copy holds everything but what can be made anew: indexes and
/// thumbnails.
public final class CatalogBackup {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path catalog;
    private final KnownBackups known;

    /// @param catalog the file of the library's catalog
    public CatalogBackup(Path catalog) {
        this.catalog = catalog;
        this.known = new KnownBackups(catalog);
    }

    /// Copies the catalog, beside a process that writes it too. The copy is there whole or not at all.
    ///
    /// @param target the file to make
    /// @throws CatalogException if there is no catalog, it is damaged, the copy cannot be written, or the file to make is
    ///                          the catalog itself
    /// @throws IOException      if the copy cannot be put in its place
    public void write(Path target) throws IOException {
        if (!Files.exists(catalog)) {
            throw new CatalogException("There is no library yet in " + catalog.toAbsolutePath().getParent()
                    + ", so there is nothing to back up.");
        }
        Path place = target.toAbsolutePath();
        requireElsewhere(place);
        Path unfinished = place.resolveSibling(place.getFileName() + ".unfinished");
        try {
            copy(catalog, unfinished);
            requireWhole(unfinished, catalog);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        known.add(place);
    }

    /// Whoever has the catalog open would go on with a file that has no name any more.
    private void requireElsewhere(Path place) throws IOException {
        for (String part : List.of("", "-wal", "-shm")) {
            Path own = catalog.resolveSibling(catalog.getFileName() + part);
            if (Files.exists(own) && Files.exists(place) && Files.isSameFile(own, place)) {
                throw new CatalogException(place + " is the library's own catalog, or part of it. Name another file.");
            }
        }
    }

    /// Puts a backup in the place of the catalog, which is kept beside it under another name. Indexes are built again from
    /// it when the library is opened. Only while nobody writes the library.
    ///
    /// @param clock names the catalog that is replaced
    /// @return where that is now; the backup's own place if there was none
    /// @throws CatalogException if the backup is not whole, or of a newer version; nothing is changed then
    /// @throws IOException      if a file cannot be written
    public Path restore(Path backup, Clock clock) throws IOException {
        Path unfinished = catalog.resolveSibling(catalog.getFileName() + ".restoring");
        Files.createDirectories(catalog.toAbsolutePath().getParent());
        try {
            requireCatalog(backup);
            copy(backup, unfinished);
            requireWhole(unfinished, backup);
            renew(unfinished, clock);
            Path kept = Files.exists(catalog) ? keep(clock) : backup;
            for (String part : List.of("-wal", "-shm")) {
                Files.deleteIfExists(catalog.resolveSibling(catalog.getFileName() + part));
            }
            force(unfinished);
            Files.move(unfinished, catalog, StandardCopyOption.ATOMIC_MOVE);
            return kept;
        } finally {
            for (String part : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(unfinished.resolveSibling(unfinished.getFileName() + part));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        try (Database database = Catalog.connect(from, true)) {
            database.update("VACUUM INTO ?", to.toString());
        }
        force(to);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// SQLite makes an empty database of a file that is empty or not there.
    private static void requireCatalog(Path backup) throws IOException {
        if (!Files.isRegularFile(backup)) {
            throw new CatalogException("There is no file " + backup + ". Name the backup to be restored.");
        }
        boolean catalog;
        try (Database database = Catalog.connect(backup, true)) {
            CatalogSchema.refuseNewer(database, backup);
            catalog = database.one("SELECT 1 FROM sqlite_schema WHERE name = 'embedding'", row -> true).isPresent();
        }
        if (!catalog) {
            throw new CatalogException(backup + " is no backup of a library. Nothing was changed.");
        }
    }

    private static void requireWhole(Path copy, Path original) {
        String found = Catalog.integrity(copy, true);
        if (!found.equals("ok")) {
            throw new CatalogException(original + " is damaged: " + found + ". Nothing was changed.");
        }
    }

    /// Brings a copy to this program's version and gives it an epoch that no catalog of the same id had: every view of it
    /// starts anew.
    private void renew(Path copy, Clock clock) throws IOException {
        try (Database database = Catalog.connect(copy, false)) {
            CatalogSchema.migrate(database, copy);
            database.update("UPDATE library SET epoch = MAX(epoch + 1, ?, ?)", epoch() + 1, clock.millis());
            database.script("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        for (int version = 1; version <= CatalogSchema.newest(); version++) {
            Files.deleteIfExists(CatalogSchema.backup(copy, version));
        }
    }

    /// The epoch of the catalog that is replaced, as far as it can be read.
    private long epoch() {
        if (!Files.exists(catalog)) {
            return 0;
        }
        try (Database database = Catalog.connect(catalog, true)) {
            return database.one("SELECT epoch FROM library", row -> row.getLong(1)).orElse(0L);
        } catch (CatalogException e) {
            return 0; // damaged, which is why it is replaced; the clock tells the epochs apart
        }
    }

    private Path keep(Clock clock) throws IOException {
        Path kept = catalog.resolveSibling(catalog.getFileName() + ".replaced-" + STAMP.format(clock.instant()));
        for (String part : List.of("", "-wal")) {
            Path file = catalog.resolveSibling(catalog.getFileName() + part);
            if (Files.exists(file)) {
                Path copy = kept.resolveSibling(kept.getFileName() + part);
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                force(copy);
            }
        }
        return kept;
    }
}
