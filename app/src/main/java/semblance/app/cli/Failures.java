package semblance.app.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import semblance.app.doctor.Diagnosis;

/// What a user reads when a command fails: the cause and the remedy in a line, never a stack trace.
final class Failures implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int FAILED = 1;

    private final Session session;

    Failures(Session session) {
        this.session = session;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return report(failure);
    }

    /// Tells it.
    ///
    /// @return the exit status
    int report(Throwable failure) {
        if (session.stop().given()) {
            // Java refuses much while it is ending, and libraries close themselves.
            LOG.debug("stopped", failure);
            session.tell("semblance: Stopped. What was done until then is kept.");
            return FAILED;
        }
        if (failure instanceof CommandFailure) {
            LOG.debug("refused", failure);
            session.tell("semblance: " + failure.getMessage());
            return FAILED;
        }
        Diagnosis diagnosis = Diagnosis.of(failure);
        if (diagnosis.expected()) {
            // The user has read it, and it may name files, which the log does not.
            LOG.debug("failed", failure);
        } else {
            LOG.error("failed", failure);
        }
        session.tell("semblance: " + diagnosis.sentence());
        return FAILED;
    }
}
