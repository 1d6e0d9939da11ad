package semblance.model.store.download;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import semblance.model.store.download.Transfer.Phase;

/// Counts a download. Written by the thread that downloads, read by any.
public final class TransferMeter {
    private final Clock clock;
    private Phase phase = Phase.CHECKING;
    private String file = "";
    private long settled;
    private long current;
    private long total;
    private long fetched;
    private @Nullable Instant begun;
    private @Nullable String trouble;

    public TransferMeter(Clock clock) {
        this.clock = clock;
    }

    /// Bytes that there will be, as far as that is known.
    public synchronized void expect(long bytes) {
        total += bytes;
    }

    /// A file is what the next counts are about.
    public void begin(Phase what, String path) {
        begin(what, path, 0);
    }

    /// As [#begin(Phase,String)], with bytes of it that are here.
    public synchronized void begin(Phase what, String path, long bytes) {
        phase = what;
        file = path;
        current = bytes;
        trouble = null;
    }

    /// So many bytes of this file are here.
    synchronized void here(long bytes) {
        current = bytes;
    }

    synchronized void came(int bytes) {
        if (begun == null) {
            begun = clock.instant();
        }
        phase = Phase.FETCHING;
        trouble = null;
        current += bytes;
        fetched += bytes;
    }

    synchronized void waiting(String why) {
        phase = Phase.WAITING;
        trouble = why;
    }

    /// The file is here with so many bytes.
    public synchronized void settle(long bytes) {
        settled += bytes;
        current = 0;
    }

    public synchronized void finish() {
        phase = Phase.FINISHED;
        trouble = null;
    }

    public synchronized Transfer snapshot() {
        Duration elapsed = begun == null ? Duration.ZERO : Duration.between(begun, clock.instant());
        return new Transfer(phase, settled + current, Math.max(total, settled + current), fetched, elapsed, file,
                trouble);
    }
}
