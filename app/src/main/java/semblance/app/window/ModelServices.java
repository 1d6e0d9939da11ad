package semblance.app.window;

import java.util.concurrent.Callable;

import semblance.app.models.LanguageHints;
import semblance.app.models.ModelDownloads;
import semblance.app.models.ModelShelf;

/// What the window needs to know and do about models.
///
/// @param downloads cancelled when the window ends; what has come by then is kept
/// @param provider  says what computes and why not something faster, in a sentence or two; slow
public record ModelServices(ModelShelf shelf, ModelDownloads downloads, LanguageHints hints,
        Callable<String> provider) {
}
