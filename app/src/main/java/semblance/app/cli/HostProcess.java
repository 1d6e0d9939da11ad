package semblance.app.cli;

import java.util.Optional;

/// The process a command runs in.
public interface HostProcess {
    /// Whether somebody reads its standard error on a terminal, on which a line can be written anew.
    boolean isWatched();

    /// Waits for a line that somebody types.
    ///
    /// @return empty if nobody can, as in scripts
    Optional<String> answer();

    /// Called when it was asked to end and all was done nevertheless: Java would end it with the signal's status.
    void stopped(int status);

    /// One that nobody watches and that ends by itself.
    static HostProcess none() {
        return new HostProcess() {
            @Override
            public boolean isWatched() {
                return false;
            }

            @Override
            public Optional<String> answer() {
                return Optional.empty();
            }

            @Override
            public void stopped(int status) {
                // The caller has the status.
            }
        };
    }
}
