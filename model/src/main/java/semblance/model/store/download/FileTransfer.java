package semblance.model.store.download;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import semblance.model.card.ModelFile;

/// Brings one file to disk in as many attempts as it takes. Each takes up where the last one ended, if the server can and
/// still has the same version. Used once, by one thread.
final class FileTransfer {
    private final URI address;
    private final ModelFile file;
    private final PartFile part;
    private final HubClient client;
    private final Wording wording;
    private final TransferMeter meter;
    private final Clock clock;
    private final Duration patience;
    /// Whether bytes of an earlier answer are in the part: then a wrong hash may be due to them.
    private boolean pieced;
    private boolean begunAnew;
    private boolean counted;

    FileTransfer(URI address, ModelFile file, PartFile part, HubClient client, Wording wording, TransferMeter meter,
            Clock clock, Duration patience) {
        this.address = address;
        this.file = file;
        this.part = part;
        this.client = client;
        this.wording = wording;
        this.meter = meter;
        this.clock = clock;
        this.patience = patience;
        this.counted = file.size() != null;
    }

    /// Makes one attempt.
    ///
    /// @throws IOException       if another one may go better
    /// @throws DownloadException if none will
    /// @throws DiskFailure       if the disk fails
    void attempt() throws IOException, InterruptedException {
        Long published = file.size();
        long from = part.length();
        Optional<String> version = part.version();
        if (published != null && from == published) {
            pieced = true;
            return; // it was stopped between the last byte and the look at its hash
        }
        if ((published != null && from > published) || (version.isEmpty() && file.sha256() == null)) {
            restart(Optional.empty());
            from = 0;
            version = Optional.empty();
        }
        Answer answer = Answer.of(client.get(address, from, version));
        try (BodyQueue body = answer.body()) {
            accept(answer, from, version);
            copy(body, answer);
        }
    }

    /// Looks at an answer before its bytes are taken. What is here goes only for something that may be the file: not for the
    /// login page of a network.
    private void accept(Answer answer, long from, Optional<String> version) throws IOException {
        boolean rest = isRest(answer, from, version);
        if (!answer.isWhole() && !rest) {
            refuse(answer);
        }
        Long published = file.size();
        OptionalLong size = answer.size();
        boolean other = (published == null || size.isEmpty()) ? answer.isPage() : published != size.getAsLong();
        if (other) {
            throw wording.otherSize(answer, published);
        }
        if (rest) {
            pieced = true;
        } else {
            restart(answer.version());
        }
        if (size.isPresent() && !counted) {
            meter.expect(size.getAsLong());
            counted = true;
        }
    }

    private static boolean isRest(Answer answer, long from, Optional<String> version) {
        return from > 0 && answer.isRestFrom(from)
                && (version.isEmpty() || answer.version().isEmpty() || answer.version().equals(version));
    }

    private void refuse(Answer answer) throws IOException {
        int status = answer.status();
        if (status == 206 || status == 416) {
            // Another part than was asked for, or of another version: the next attempt asks for all.
            restart(Optional.empty());
            throw new IOException("it does not send the rest of the file");
        }
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            String host = wording.hub().host();
            throw new BusyException(status == 429
                    ? host + " is asked for too much at present"
                    : host + " has a fault of its own (status " + status + ")", answer.retryAfter(clock));
        }
        throw wording.refused(answer);
    }

    private void restart(Optional<String> version) {
        part.restart(version);
        pieced = false;
        meter.here(0);
    }

    private void copy(BodyQueue body, Answer answer) throws IOException, InterruptedException {
        Long published = file.size();
        long size = published == null ? answer.size().orElse(Long.MAX_VALUE) : published;
        for (Optional<List<ByteBuffer>> bytes = body.next(patience); bytes.isPresent(); bytes = body.next(patience)) {
            for (ByteBuffer buffer : bytes.get()) {
                int count = buffer.remaining();
                if (part.length() + count > size) {
                    part.restart(Optional.empty());
                    throw wording.otherBytes("it is longer than " + size + " bytes");
                }
                part.append(buffer);
                meter.came(count);
            }
        }
        if (part.length() < size && size != Long.MAX_VALUE) {
            throw new IOException("it ended after " + part.length() + " of " + size + " bytes");
        }
    }

    /// Whether all is here and is what was published. If not, nothing of it is left.
    ///
    /// @return false if the pieces do not fit together, so that it is to be fetched in one
    /// @throws DownloadException if it is not what was published
    boolean isPublished() {
        String found = part.sha256();
        String published = file.sha256();
        if (published == null || published.equals(found)) {
            return true;
        }
        boolean again = pieced && !begunAnew;
        begunAnew = true;
        restart(Optional.empty());
        if (!again) {
            throw wording.otherBytes("SHA-256 " + found + " instead of " + published);
        }
        return false;
    }
}
