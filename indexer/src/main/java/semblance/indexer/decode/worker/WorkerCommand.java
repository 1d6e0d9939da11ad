package semblance.indexer.decode.worker;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// How a worker is started: with the Java and the class path of this process, as an installed program has no other.
///
/// @param words of the command line
public record WorkerCommand(List<String> words) {
    /// Quick to start and small; nothing about it is to be found on the user's disk or screen when it ends badly.
    private static final List<String> OPTIONS = List.of("-Xmx1g", "-Xms16m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:+SuppressFatalErrorMessage",
            "-XX:-CreateCoredumpOnCrash", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-Djava.awt.headless=true",
            "-Dorg.bytedeco.javacpp.maxBytes=0", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
    /// Where native libraries have been unpacked already.
    private static final String NATIVES = "org.bytedeco.javacpp.cachedir";
    /// Options meant for this process: with them a worker would write the same files.
    private static final List<String> ENVIRONMENT = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    public WorkerCommand {
        words = List.copyOf(words);
    }

    /// The command for a class with a main method that is on this process's class path.
    public static WorkerCommand running(Class<?> main, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(OPTIONS);
        String natives = System.getProperty(NATIVES);
        if (natives != null) {
            words.add("-D" + NATIVES + "=" + natives);
        }
        words.addAll(List.of("-cp", absoluteClassPath(), main.getName()));
        words.addAll(List.of(arguments));
        return new WorkerCommand(words);
    }

    /// A worker does not start in this process's directory.
    private static String absoluteClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(Redirect.INHERIT);
        builder.environment().keySet().removeAll(ENVIRONMENT);
        // A drive that holds a process's directory cannot be unplugged.
        builder.directory(new File(System.getProperty("java.home")));
        return builder.start();
    }
}
