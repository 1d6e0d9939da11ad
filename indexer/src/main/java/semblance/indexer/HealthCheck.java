package semblance.indexer;

/// One thing that was looked at.
///
/// @param name   short, stable, for scripts
/// @param detail what was found, in a sentence
public record HealthCheck(String name, boolean ok, String detail) {
}
