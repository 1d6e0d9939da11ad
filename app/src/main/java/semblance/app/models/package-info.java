/// The models that a library can use, and the way to get more of them. This is the only package through which windows and
/// commands meet models; but for constructors, which [semblance.app.Wiring] calls, nothing public in it names the model module.
///
/// For a models screen:
///
/// - [ModelShelf#list] has a [ModelInfo] for each model: title, size, licence, languages, what it improves, and whether it
///   is here, partly here or only where it was published. [ModelShelf#verify] and [ModelShelf#remove] work on one. All of
///   these look at the disk, so not on the UI thread.
/// - [ModelDownloads#start] gives a [Download] at once, to be asked for its [Download#progress] a few times a second and for
///   its [Download#result]. What has come is kept when it is cancelled, fails or the program is killed, and the next start
///   goes on from there. Nothing but this goes to the network.
/// - Which model a library uses stays with [semblance.indexer.Models#use], or [semblance.app.Wiring#choose] for one that is
///   not open: a downloaded model is not used until it is chosen.
///
/// For a hint beside the results of a search: [LanguageHints#of] says when a query is in a script that the model in use does
/// not understand, and which model would. For the first run: [ModelShelf#offer] names a better model than the one in use, with
/// the reason.
@NullMarked
package semblance.app.models;

import org.jspecify.annotations.NullMarked;
