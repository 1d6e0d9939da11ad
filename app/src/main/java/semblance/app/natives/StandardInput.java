package semblance.app.natives;

import java.util.NoSuchElementException;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process's standard input.
public final class StandardInput {
    private static final Logger LOG = LoggerFactory.getLogger(StandardInput.class);
    private static final int DESCRIPTOR = 0;

    private StandardInput() {
    }

    /// Whether somebody types there. Java itself says so only where output goes to the terminal as well.
    public static boolean isTerminal() {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return Objects.requireNonNull(System.console()).isTerminal();
        }
        try {
            return new PosixFiles().isTerminal(DESCRIPTOR);
        } catch (UnsupportedOperationException | NoSuchElementException e) {
            LOG.debug("standard input cannot be looked at", e);
            return false;
        }
    }
}
