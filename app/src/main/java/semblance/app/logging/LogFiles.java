package semblance.app.logging;

import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// The log: five files of 2 MB. Set up in code rather than by a file, for that takes a fifth of the time a command has.
public final class LogFiles {
    private LogFiles() {
    }

    /// Sends all logging to files in a directory, which is made when there is something to write.
    public static void start(Path directory) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            throw new IllegalStateException("another logging backend is on the class path");
        }
        context.reset();
        LogAppender appender = new LogAppender(directory);
        appender.setContext(context);
        appender.start();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(appender);
        // At every start: the missing of a GPU that nobody asked for, and advice on a flag of Java that is left out for
        // the warning it prints.
        context.getLogger("ai.djl").setLevel(Level.ERROR);
        context.getLogger("org.apache.lucene.internal.vectorization").setLevel(Level.ERROR);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
