package semblance.app.window.picture;

import java.nio.file.Path;
import java.util.List;

/// A small picture, still encoded.
///
/// @param file   the picture it was made of, absolute
/// @param beside further files of the same photo, absolute
/// @param jpeg   upright
@SuppressWarnings("ArrayRecordComponent") // on its way to a decoder
public record LoadedPicture(Path file, List<Path> beside, byte[] jpeg) {
}
