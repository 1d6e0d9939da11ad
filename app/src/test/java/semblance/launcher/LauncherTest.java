package semblance.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Starts the script as a user does and looks at what reaches the program.
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    private FakeCheckout checkout;

    @BeforeEach
    void makeCheckout(@TempDir Path directory) throws IOException {
        checkout = FakeCheckout.in(directory);
    }

    @Test
    void argumentsArriveAsTheyWereGiven() throws Exception {
        String[] given = {"search", "a dog  on the beach", "*", "it's \"new\"", "-0", "--", "", "@file", "$HOME", "\\n",
            "é"};

        assertThat(checkout.start(given).reported("arg")).containsExactly(given);
    }

    @Test
    void theProgramIsTheProcessThatWasStartedAndItsStatusIsReturned() throws Exception {
        ProcessBuilder command = checkout.command(checkout.script(), checkout.file(".."));
        command.environment().put("STATUS", "7");

        Outcome outcome = FakeCheckout.finish(command.start());

        assertThat(outcome.status()).isEqualTo(7);
        assertThat(outcome.reported("pid")).containsExactly(String.valueOf(outcome.pid()));
    }

    @Test
    void theClassPathHoldsTheModulesAndWhatTheyNeed() throws Exception {
        Outcome outcome = checkout.start();

        assertThat(outcome.reported("main")).containsExactly("semblance.app.Main");
        assertThat(outcome.reported("options"))
                .containsExactly("@" + checkout.file("app/src/main/launcher/jvm.options"));
        assertThat(outcome.reported("path").getFirst().split(":", -1)).containsExactly(
                checkout.file("app/target/launcher/lib/semblance-app.jar").toString(),
                checkout.file("app/target/launcher/lib/semblance-indexer.jar").toString(),
                checkout.file("app/target/launcher/lib/semblance-model.jar").toString(),
                checkout.file("third-party.jar").toString());
    }

    /// What bounds the memory from the sources bounds it in the package.
    @Test
    void thePackageTakesTheSameBoundsOfMemory() throws Exception {
        List<String> bounds = Files.readAllLines(Path.of("src/main/launcher/jvm.options")).stream()
                .filter(option -> option.startsWith("-XX:")).toList();

        assertThat(bounds).anyMatch(option -> option.startsWith("-XX:MaxRAMPercentage="));
        assertThat(Files.readAllLines(Path.of("../installer/src/main/jpackage/options")))
                .containsAll(bounds.stream().map(option -> "--java-options " + option).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "holiday photos", "search", "--help"})
    void everyStartTakesTheModulesWithWhichTheClassesWereLaidOut(String argument) throws Exception {
        Outcome outcome = argument.isEmpty() ? checkout.start() : checkout.start(argument);

        assertThat(outcome.reported("modules")).containsExactly(checkout.file("javafx.jar").toString());
        assertThat(outcome.reported("path").getFirst()).doesNotContain("javafx.jar");
    }

    @Test
    void classesAreLaidOutOnceForAllStarts() throws Exception {
        checkout.start();
        Path cache = checkout.file("app/target/launcher/classes.aot");

        assertThat(checkout.file("app/target/launcher/laid-out")).hasContent("rehearse");
        assertThat(checkout.start("search", "dog").reported("cache")).containsExactly(cache.toString());
        assertThat(checkout.file("app/target/launcher/laid-out")).hasContent("rehearse");
    }

    @Test
    void throughALinkFromElsewhereTheCallersDirectoryStays() throws Exception {
        Path elsewhere = Files.createDirectories(checkout.file("../else where"));
        Path link = Files.createSymbolicLink(checkout.file("../tools/semblance"), Path.of("../check out/semblance"));
        Path second = Files.createSymbolicLink(elsewhere.resolve("find photos"), link);

        Outcome outcome = FakeCheckout.finish(checkout.command(second, elsewhere, "index", "holiday").start());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.reported("directory")).containsExactly(elsewhere.toString());
        assertThat(outcome.reported("arg")).containsExactly("index", "holiday");
    }

    @Test
    void theFirstStartBuildsAndSaysSoInOneLine() throws Exception {
        Outcome first = checkout.start();
        Outcome second = checkout.start();

        assertThat(first.err()).containsExactly("Building Semblance (first start only, about a minute)…");
        assertThat(second.err()).isEmpty();
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "indexer/pom.xml", "model/src/main/java/A.java",
        "app/src/main/resources/new.txt"})
    void aChangedSourceIsBuiltAgain(String changed) throws Exception {
        checkout.start();
        checkout.write(changed, "changed");
        Files.setLastModifiedTime(checkout.file(changed), FileTime.from(Instant.now().plusSeconds(2)));

        assertThat(checkout.start().err()).containsExactly("Building Semblance (its sources have changed)…");
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void aDeletedSourceIsNoticed() throws Exception {
        checkout.start();
        Files.delete(checkout.file("app/src/main/java/A.java"));
        checkout.start();

        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void aMissingJarIsBuiltAgain() throws Exception {
        checkout.start();
        Files.delete(checkout.file("third-party.jar"));

        assertThat(checkout.start().status()).isZero();
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void aFailedBuildShowsItsErrorsAndItsLogAndIsTriedAgain() throws Exception {
        checkout.write("broken", "");

        Outcome failed = checkout.start();
        Files.delete(checkout.file("broken"));

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).containsExactly("Building Semblance (first start only, about a minute)…",
                "[ERROR] Planted.java: does not compile",
                "semblance: the build failed. Its log: " + checkout.file("app/target/launcher/build.log"));
        assertThat(checkout.start().status()).isZero();
    }

    @Test
    void aSecondStartWaitsForTheBuildOfTheFirst() throws Exception {
        checkout.write("hold", "");
        Process first = checkout.command(checkout.script(), checkout.file("..")).start();
        String building = first.errorReader().readLine();
        Process second = checkout.command(checkout.script(), checkout.file("..")).start();
        String waiting = second.errorReader().readLine();
        Files.delete(checkout.file("hold"));

        assertThat(building).startsWith("Building");
        assertThat(waiting).startsWith("Waiting");
        assertThat(FakeCheckout.finish(first).status()).isZero();
        assertThat(FakeCheckout.finish(second).status()).isZero();
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void aBuilderThatDiedIsNotWaitedFor() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(checkout.file("app/target/launcher"));
        Files.createSymbolicLink(checkout.file("app/target/launcher/lock"), Path.of(String.valueOf(dead.pid())));

        assertThat(checkout.start().status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "1.8.0_402", "24"})
    void anOlderJdkIsRefusedInOneLineThatNamesTheRightOne(String version) throws Exception {
        checkout.addJdk("jdk", version);

        Outcome outcome = checkout.start();

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).containsExactly(
                "semblance: SEMBLANCE_JAVA_HOME is " + checkout.file("../jdk") + ", which is no JDK 25 or newer.");
    }

    @Test
    void anOlderJavaHomeGivesWayToTheJavaOnThePath() throws Exception {
        Path old = checkout.addJdk("old", "21.0.2");
        Path recent = checkout.addJdk("recent", "26");
        ProcessBuilder command = checkout.command(checkout.script(), checkout.file(".."));
        command.environment().remove("SEMBLANCE_JAVA_HOME");
        command.environment().put("JAVA_HOME", old.toString());
        command.environment().computeIfPresent("PATH", (_, path) -> recent.resolve("bin") + ":" + path);

        assertThat(FakeCheckout.finish(command.start()).reported("home")).containsExactly(recent.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "no_SUCH.UTF-8"})
    void aLocaleThatCannotNameAllFilesIsReplaced(String locale) throws Exception {
        ProcessBuilder command = checkout.command(checkout.script(), checkout.file(".."), "café.jpg");
        command.environment().put("LC_ALL", locale);

        Outcome outcome = FakeCheckout.finish(command.start());

        assertThat(outcome.reported("locale").getFirst()).isIn("C.UTF-8", "en_US.UTF-8");
        assertThat(outcome.reported("arg")).containsExactly("café.jpg");
    }
}
