package semblance.indexer.tag;

import java.nio.file.Path;

/// A file that is to be tagged.
///
/// @param path  absolute
/// @param named by the user; one found in a folder is passed over if it is no picture
record PictureFile(Path path, boolean named) {
}
