package semblance.indexer.decode.worker;

import java.io.IOException;

import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.VideoOrder;
import semblance.indexer.decode.VideoReader;
import semblance.indexer.decode.WorkerReader;
import semblance.model.RgbImage;

/// The program of a worker process.
public final class DecoderWorker {
    /// Two pictures of as many pixels as are decoded at most, in 10 bits, and the rest of the process.
    private static final long MOST_MEMORY = 2L << 30;

    private DecoderWorker() {
    }

    public static void main(String[] arguments) {
        new WorkerProgram(MOST_MEMORY).run(() -> {
            WorkerReader reader = new WorkerReader(DecodeLimits.DEFAULT);
            return new OrderDecoder() {
                @Override
                public RgbImage decode(Order order) throws DecodeException {
                    return reader.decode(order.content(), order.width(), order.height());
                }

                @Override
                public void video(VideoOrder order, VideoReader.Sink sink) throws IOException, DecodeException {
                    reader.video(order, sink);
                }
            };
        });
    }
}
