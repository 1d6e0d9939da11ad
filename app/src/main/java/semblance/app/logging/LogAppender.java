package semblance.app.logging;

import java.nio.file.Path;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import org.jspecify.annotations.Nullable;

/// Opens the log files at the first event: most commands have nothing to log, and a mistyped directory is not made by
/// asking about it.
final class LogAppender extends AppenderBase<ILoggingEvent> {
    private static final int FILES = 5;
    private static final long BYTES = 2 * FileSize.MB_COEFFICIENT;

    private final Path directory;
    private @Nullable RollingFileAppender<ILoggingEvent> files;

    LogAppender(Path directory) {
        this.directory = directory;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (files == null) {
            files = open();
        }
        files.doAppend(event);
    }

    @Override
    public void stop() {
        super.stop();
        if (files != null) {
            files.stop();
        }
    }

    private RollingFileAppender<ILoggingEvent> open() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(getContext());
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS} %-5level %thread %logger{0} - %msg%n");
        encoder.start();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(getContext());
        appender.setFile(directory.resolve("semblance.log").toString());
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(getContext());
        rolling.setParent(appender);
        rolling.setFileNamePattern(directory.resolve("semblance.%i.log").toString());
        rolling.setMaxIndex(FILES - 1);
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(getContext());
        size.setMaxFileSize(new FileSize(BYTES));
        size.setCheckIncrement(Duration.buildByMilliseconds(0)); // else once a minute, in which much can be written
        size.start();
        appender.setEncoder(encoder);
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }
}
