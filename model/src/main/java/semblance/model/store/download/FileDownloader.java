package semblance.model.store.download;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import javax.net.ssl.SSLContext;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.model.card.ModelCard;
import semblance.model.card.ModelFile;
import semblance.model.card.Source;
import semblance.model.store.download.Transfer.Phase;

/// Fetches the files of models from the hub: each is here whole and as published, or not at all. What has come of one that
/// was broken off, by whatever, is kept beside its place and used by the next call. Immutable and thread-safe; does nothing
/// until it is asked for a file.
public final class FileDownloader {
    /// How long a connection may give nothing.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(FileDownloader.class);

    private final Map<String, String> environment;
    private final Disk disk;
    private final Clock clock;
    private final Pause pause;
    private final Duration patience;
    private final Optional<SSLContext> tls;

    /// @param environment variables: see [ModelHub], and those that name proxies
    /// @param pause       between attempts
    public FileDownloader(Map<String, String> environment, Disk disk, Clock clock, Pause pause) {
        this(environment, disk, clock, pause, PATIENCE, Optional.empty());
    }

    /// @param patience how long a connection may give nothing
    /// @param tls      knows whom to trust; empty for what Java knows, which is not loaded before it is needed
    FileDownloader(Map<String, String> environment, Disk disk, Clock clock, Pause pause, Duration patience,
            Optional<SSLContext> tls) {
        this.environment = Map.copyOf(environment);
        this.disk = disk;
        this.clock = clock;
        this.pause = pause;
        this.patience = patience;
        this.tls = tls;
    }

    /// A meter for some files.
    public TransferMeter meter() {
        return new TransferMeter(clock);
    }

    /// The disk that files come to.
    public Disk disk() {
        return disk;
    }

    /// How many bytes of a file are here already, in the place where it is or will be.
    public static long here(Path target) {
        return Math.max(target.toFile().length(), PartFile.path(target).toFile().length());
    }

    /// How many bytes there are of a file that is not whole.
    public static long begun(Path target) {
        return PartFile.path(target).toFile().length();
    }

    /// Fetches a file.
    ///
    /// @param card   that names it and where it was published
    /// @param target where it is to be; its folder is made
    /// @param meter  told of what comes; a size that the card does not know is expected there
    /// @return the file with its size and hash
    /// @throws DownloadException    for the user, if that cannot be
    /// @throws InterruptedException if the thread is interrupted
    public ModelFile fetch(ModelCard card, ModelFile file, Path target, TransferMeter meter)
            throws InterruptedException {
        ModelHub hub = ModelHub.of(environment);
        Source source = Objects.requireNonNull(card.source());
        Wording wording = new Wording(card, source, file.path(), hub);
        meter.begin(Phase.CHECKING, file.path());
        try (HubClient client = new HubClient(wording, environment, tls, patience);
                PartFile part = PartFile.open(target, disk)) {
            FileTransfer transfer = new FileTransfer(hub.file(source, file.path()), file, part, client, wording, meter,
                    clock, patience);
            meter.begin(Phase.FETCHING, file.path(), part.length());
            do {
                complete(transfer, part, wording, meter);
            } while (!transfer.isPublished());
            if (file.sha256() == null && file.path().endsWith(".json")) {
                checkJson(part, wording);
            }
            ModelFile fetched = new ModelFile(file.path(), part.length(), part.sha256());
            part.complete();
            meter.settle(part.length());
            return fetched;
        } catch (DiskFailure e) {
            if (e.reason() instanceof ClosedByInterruptException) {
                throw stopped(e);
            }
            throw wording.disk(e.reason());
        }
    }

    private static InterruptedException stopped(DiskFailure failure) {
        Thread.interrupted(); // the exception says so
        InterruptedException stopped = new InterruptedException();
        stopped.initCause(failure);
        return stopped;
    }

    private void complete(FileTransfer transfer, PartFile part, Wording wording, TransferMeter meter)
            throws InterruptedException {
        Backoff backoff = new Backoff();
        long furthest = part.length();
        while (true) {
            try {
                transfer.attempt();
                return;
            } catch (IOException e) {
                LOG.debug("an attempt to download {} failed", wording.path(), e);
                if (part.length() > furthest) {
                    furthest = part.length();
                    backoff.progress();
                }
                Optional<Duration> wait = Wording.isCertificate(e)
                        ? Optional.empty()
                        : backoff.next(e instanceof BusyException busy ? busy.asked() : Optional.empty());
                if (wait.isEmpty()) {
                    throw wording.givenUp(e);
                }
                meter.waiting(wording.waiting(e, wait.get()));
                pause.last(wait.get());
            }
        }
    }

    /// Nobody has published its hash, so that at least a web page or half a file is noticed.
    private static void checkJson(PartFile part, Wording wording) {
        String problem = DiskFailure.told(() -> {
            try (JsonParser parser = new JsonFactory().createParser(Files.newInputStream(part.path()))) {
                while (parser.nextToken() != null) {
                    // only whether it can be read
                }
                return "";
            } catch (JsonProcessingException e) {
                return "it is not JSON: " + e.getOriginalMessage();
            }
        });
        if (!problem.isEmpty()) {
            part.restart(Optional.empty());
            throw wording.otherBytes(problem);
        }
    }
}
