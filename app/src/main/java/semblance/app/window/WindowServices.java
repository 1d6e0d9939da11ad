package semblance.app.window;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

import semblance.app.settings.SettingsFile;
import semblance.app.window.system.SystemDesktop;
import semblance.app.window.tag.PictureTagger;
import semblance.indexer.PhotoLibrary;

/// What the window needs from the rest of the program.
///
/// @param data    where the library is; a second start knocks there
/// @param scratch for pictures that are dropped without a file; the window's alone
/// @param library opens the library for writing; slow
/// @param tagger  tags pictures with the encoders of a library
/// @param desktop the user's other programs
public record WindowServices(Path data, Path scratch, SettingsFile settings, Supplier<PhotoLibrary> library,
        Function<PhotoLibrary, PictureTagger> tagger, ModelServices models, SystemDesktop desktop) {
}
