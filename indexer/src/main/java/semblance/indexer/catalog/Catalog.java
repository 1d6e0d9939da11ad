package semblance.indexer.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

import semblance.indexer.concurrent.SingleThread;

/// The SQLite file. Thread-safe: each reader has a connection of its own and sees the last committed state; all writes
/// run one after another on the one thread that owns the write connection.
public final class Catalog implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MS = 10_000;

    private final Path file;
    private final Clock clock;
    private final @Nullable Database writing;
    private final @Nullable SingleThread writeThread;
    private final ConcurrentLinkedQueue<Database> idleReaders = new ConcurrentLinkedQueue<>();

    private Catalog(Path file, Clock clock, @Nullable Database writing, @Nullable SingleThread writeThread) {
        this.file = file;
        this.clock = clock;
        this.writing = writing;
        this.writeThread = writeThread;
    }

    /// Opens the catalog, makes it if there is none and brings its schema up to date.
    ///
    /// @param writeThread stays the caller's to close, after the catalog
    /// @throws CatalogException if it cannot be used
    public static Catalog openForWriting(Path file, SingleThread writeThread) {
        return openForWriting(file, writeThread, Clock.systemUTC());
    }

    /// As [#openForWriting(Path, SingleThread)].
    ///
    /// @param clock says when things happen
    public static Catalog openForWriting(Path file, SingleThread writeThread, Clock clock) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new CatalogException("The data directory " + file.getParent() + " cannot be made: " + e.getMessage(),
                    e);
        }
        Database database = connect(file, false);
        try {
            CatalogSchema.migrate(database, file);
        } catch (CatalogException | UncheckedIOException e) {
            database.close();
            throw e;
        }
        return new Catalog(file, clock, database, writeThread);
    }

    /// Opens an existing catalog, beside a process that writes it or alone; nothing in it is changed. SQLite may leave two
    /// empty files of its own beside it (`-wal`, `-shm`).
    ///
    /// @throws CatalogException if there is none or its schema is not this program's
    public static Catalog openForReading(Path file) {
        if (!Files.exists(file)) {
            throw new CatalogException(
                    "There is no library yet in " + file.toAbsolutePath().getParent() + ". Index a folder first.");
        }
        Database database = connect(file, true);
        try {
            CatalogSchema.refuseOther(database, file);
        } catch (CatalogException e) {
            database.close();
            throw e;
        }
        Catalog catalog = new Catalog(file, Clock.systemUTC(), null, null);
        catalog.idleReaders.add(database);
        return catalog;
    }

    /// Says when things happen.
    public Clock clock() {
        return clock;
    }

    public Path file() {
        return file;
    }

    /// Runs a query in a read transaction of its own, on the calling thread.
    public <T> T read(Function<CatalogSession, T> query) {
        Database database = idleReaders.poll();
        if (database == null) {
            database = connect(file, true);
        }
        try {
            Database reader = database;
            return reader.atomically("BEGIN", () -> query.apply(new CatalogSession(reader, clock)));
        } finally {
            idleReaders.add(database);
        }
    }

    /// Runs a change as one transaction on the write thread and waits for its commit. It is all or nothing: what `work`
    /// throws rolls it back. A crash of the program afterwards loses nothing; a power failure may lose the last ones.
    public <T> T write(Function<CatalogSession, T> work) {
        return onWriteThread(database -> transaction(database, work));
    }

    /// As [#write] for what users enter: after it returns, not even a power failure loses this change or any before it.
    public <T> T writeDurably(Function<CatalogSession, T> work) {
        return onWriteThread(database -> {
            database.script("PRAGMA synchronous = FULL");
            try {
                return transaction(database, work);
            } finally {
                database.script("PRAGMA synchronous = NORMAL");
            }
        });
    }

    private <T> T transaction(Database database, Function<CatalogSession, T> work) {
        return database.atomically("BEGIN IMMEDIATE", () -> {
            CatalogSession session = new CatalogSession(database, clock);
            T result = work.apply(session);
            session.texts().stamp();
            session.log().store();
            return result;
        });
    }

    private <T> T onWriteThread(Function<Database, T> work) {
        Database database = writing;
        if (database == null || writeThread == null) {
            throw new IllegalStateException("this catalog was opened for reading");
        }
        return writeThread.call(() -> work.apply(database));
    }

    /// What SQLite finds when it checks the file; `ok` alone when all is well.
    ///
    /// @param whole reads every page and index entry; otherwise a quick look
    public String integrity(boolean whole) {
        return integrity(file, whole);
    }

    static String integrity(Path file, boolean whole) {
        StringBuilder found = new StringBuilder();
        Consumer<String> line = text -> found.append(found.isEmpty() ? "" : "; ").append(text);
        try (Database database = connect(file, true)) {
            database.each(whole ? "PRAGMA integrity_check" : "PRAGMA quick_check",
                    row -> line.accept(row.getString(1)));
            database.each("PRAGMA foreign_key_check",
                    row -> line.accept("row " + row.getLong(2) + " of " + row.getString(1) + " lacks its parent"));
        }
        return found.toString();
    }

    /// Opens a connection of its own.
    ///
    /// @param reading changes nothing; where SQLite cannot even make the files it needs for that, on a read-only or full disk,
    ///                the catalog is read as it lies there, unless its latest changes are still in a file of their own
    static Database connect(Path file, boolean reading) {
        Database database = new Database(connection(file, reading, ""), file);
        if (!reading || !Files.exists(file)) {
            return database;
        }
        try {
            database.one("SELECT 1 FROM sqlite_schema LIMIT 1", row -> true);
            return database;
        } catch (CatalogException e) {
            database.close();
            if (e.kind() != CatalogException.Kind.UNWRITABLE || hasUnsavedChanges(file)) {
                throw e;
            }
            return new Database(connection(file, true, "?immutable=1"), file);
        }
    }

    private static boolean hasUnsavedChanges(Path file) {
        try {
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            return Files.exists(log) && Files.size(log) > 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static Connection connection(Path file, boolean reading, String parameters) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.enforceForeignKeys(true);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        if (reading) {
            config.setReadOnly(true);
        } else {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        }
        try {
            return config.createConnection(parameters.isEmpty()
                    ? "jdbc:sqlite:" + file.toAbsolutePath()
                    : "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath() + parameters);
        } catch (SQLException e) {
            throw SqliteErrors.explain(e, file);
        }
    }

    @Override
    public void close() {
        for (Database reader = idleReaders.poll(); reader != null; reader = idleReaders.poll()) {
            reader.close();
        }
        if (writing != null) {
            onWriteThread(database -> {
                database.close();
                return true;
            });
        }
    }
}
