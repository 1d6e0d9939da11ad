package semblance.app.window.picture;

import java.nio.file.Path;

/// A small picture, still encoded.
///
/// @param file the picture it was made of, absolute
/// @param jpeg upright
@SuppressWarnings("ArrayRecordComponent") // on its way to a decoder
public record LoadedPicture(Path file, byte[] jpeg) {
}
