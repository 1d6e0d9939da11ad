package semblance.app.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class LogFilesTest {
    @TempDir
    Path directory;

    private Path log;

    @BeforeEach
    void start() {
        log = directory.resolve("state/log");
        LogFiles.start(log);
    }

    @AfterEach
    void letGoOfTheFiles() {
        LogFiles.start(directory);
    }

    @Test
    void whileThereIsNothingToLogNothingIsMade() {
        LoggerFactory.getLogger("semblance.test").debug("too fine to be kept");

        assertThat(log).doesNotExist();
    }

    @Test
    void anEventIsALineWithItsLevelThreadAndLogger() throws IOException {
        LoggerFactory.getLogger("semblance.test.Some").warn("it happened {} times", 2);

        assertThat(Files.readAllLines(log.resolve("semblance.log"))).singleElement().asString()
                .matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12} WARN  .+ Some - it happened 2 times");
    }

    @Test
    void recordsOfOtherLibrariesArriveInTheSameFile() throws IOException {
        Logger.getLogger("org.example.Library").severe("as java.util.logging has it");

        assertThat(log.resolve("semblance.log")).content().contains("as java.util.logging has it");
    }

    @Test
    void noMoreThanFiveFilesOfTwoMegabytesAreKept() throws IOException {
        String kilobyte = "x".repeat(1000);
        var logger = LoggerFactory.getLogger("semblance.test");
        for (int i = 0; i < 13_000; i++) {
            logger.info(kilobyte);
        }

        try (Stream<Path> files = Files.list(log)) {
            assertThat(files).hasSizeBetween(2, 5)
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(2_500_000));
        }
    }
}
