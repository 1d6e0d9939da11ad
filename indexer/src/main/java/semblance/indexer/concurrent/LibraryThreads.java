package semblance.indexer.concurrent;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// All threads of a library.
///
/// @param scan   walks folders
/// @param decode reads and decodes files, one thread a core
/// @param encode owns the image session
/// @param query  owns the text session, so that a typed query never waits behind a batch of images
/// @param write  owns the catalog's write connection and the vector view
/// @param run    coordinates an indexing run
public record LibraryThreads(SingleThread scan, ExecutorService decode, int decoders, SingleThread encode,
        SingleThread query, SingleThread write, SingleThread run) implements AutoCloseable {
    /// Of what works in the background: Windows heeds it, Linux and macOS only from privileged processes.
    private static final int BACKGROUND = Thread.MIN_PRIORITY;

    @SuppressWarnings("ThreadPriorityCheck") // a hint to the system, on which nothing relies
    public static LibraryThreads start() {
        int cores = Runtime.getRuntime().availableProcessors();
        AtomicInteger number = new AtomicInteger();
        ExecutorService decode = Executors.newFixedThreadPool(cores, work -> {
            Thread thread = new Thread(work, "semblance-decode-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setPriority(BACKGROUND);
            return thread;
        });
        return new LibraryThreads(new SingleThread("semblance-scan", BACKGROUND), decode, cores,
                new SingleThread("semblance-encode", BACKGROUND),
                new SingleThread("semblance-query"), new SingleThread("semblance-write"),
                new SingleThread("semblance-run"));
    }

    @Override
    public void close() {
        run.close();
        scan.close();
        SingleThread.Shutdown.gently(decode);
        encode.close();
        query.close();
        write.close();
    }
}
