package semblance.app.window.search;

import java.io.IOException;

import semblance.indexer.decode.DecodeException;

/// Answers queries; slow, so never on the UI thread.
@FunctionalInterface
public interface PhotoFinder {
    /// Answers a query.
    ///
    /// @throws IOException     if the picture asked with cannot be read
    /// @throws DecodeException if it is no picture that can be decoded
    Answer find(Query query) throws IOException, DecodeException;
}
