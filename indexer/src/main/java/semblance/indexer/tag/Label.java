package semblance.indexer.tag;

/// A word that pictures can be tagged with.
///
/// @param name   of the tag
/// @param text   what the encoder is told instead of the name, for words that mean several things
/// @param weight how much more often than an ordinary label personal photos show it, before one has looked; above 0
record Label(String name, String text, double weight) {
}
