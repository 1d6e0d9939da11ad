package semblance.app.window.picture;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import semblance.indexer.catalog.KnownVideo;

/// A small picture, still encoded.
///
/// @param file the picture it was made of, absolute
/// @param jpeg upright
/// @param video what is known of the file if it is a video of the library, else null
@SuppressWarnings("ArrayRecordComponent") // on its way to a decoder
public record LoadedPicture(Path file, byte[] jpeg, @Nullable KnownVideo video) {
    public LoadedPicture(Path file, byte[] jpeg) {
        this(file, jpeg, null);
    }
}
