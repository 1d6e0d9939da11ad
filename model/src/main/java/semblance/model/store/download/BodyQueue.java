package semblance.model.store.download;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/// The body of an answer, taken in pieces by one thread that does not wait for ever. The next piece is asked for when the one
/// before is taken, so that memory holds two at most.
final class BodyQueue implements BodySubscriber<BodyQueue>, AutoCloseable {
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();
    private volatile boolean closed;

    private sealed interface Piece {
        record Bytes(List<ByteBuffer> buffers) implements Piece {
        }

        record End() implements Piece {
        }

        record Broken(Throwable cause) implements Piece {
        }
    }

    /// Waits for the next bytes.
    ///
    /// @return empty at the end
    /// @throws IOException if the connection broke, or nothing came for so long
    Optional<List<ByteBuffer>> next(Duration patience) throws IOException, InterruptedException {
        Piece piece = pieces.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        return switch (piece) {
            case null -> throw new IOException("nothing came for " + Math.max(1, patience.toSeconds()) + " s");
            case Piece.Bytes bytes -> {
                Objects.requireNonNull(subscription.get()).request(1);
                yield Optional.of(bytes.buffers());
            }
            case Piece.End _ -> Optional.empty();
            case Piece.Broken broken -> throw new IOException(reason(broken.cause()), broken.cause());
        };
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? "the connection broke" : cause.getMessage();
    }

    /// Tells the server that no more is wanted.
    @Override
    public void close() {
        closed = true;
        cancel();
    }

    private void cancel() {
        Subscription given = subscription.get();
        if (given != null) {
            given.cancel();
        }
    }

    @Override
    public CompletionStage<BodyQueue> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription.set(given);
        if (closed) {
            cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        pieces.add(new Piece.Bytes(buffers));
    }

    @Override
    public void onError(Throwable failure) {
        pieces.add(new Piece.Broken(failure));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece.End());
    }
}
