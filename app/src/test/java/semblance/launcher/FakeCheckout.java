package semblance.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A source tree with the real start script and, in place of Maven and the JDK, scripts that write down how they were
/// called. Its path holds a blank, as users' paths do.
final class FakeCheckout {
    private static final String MAVEN = """
                                        #!/bin/sh
                                        echo build >>builds
                                        while [ -e hold ]; do sleep 0.05; done
                                        if [ -e broken ]; then echo '[INFO] scanning'; echo '[ERROR] Planted.java: does not compile'; exit 1; fi
                                        for module in model indexer app; do mkdir -p $module/target; : >$module/target/semblance-$module.jar; done
                                        : >third-party.jar; : >javafx.jar
                                        printf '%s' "$PWD/third-party.jar" >app/target/launcher/dependencies
                                        printf '%s' "$PWD/javafx.jar" >app/target/launcher/javafx
                                        """;

    private static final String JAVA = """
                                       #!/bin/sh
                                       printf 'options=%s\\n' "$1"
                                       while [ "$1" != semblance.app.Main ]; do
                                           case $1 in
                                               -cp) printf 'path=%s\\n' "$2" ;;
                                               --module-path) printf 'modules=%s\\n' "$2" ;;
                                               -XX:AOTCache=*) printf 'cache=%s\\n' "${1#*=}" ;;
                                               -XX:AOTCacheOutput=*) : >"${1#*=}"; laid=$(dirname "${1#*=}")/laid-out ;;
                                           esac
                                           shift
                                       done
                                       printf 'main=%s\\n' "$1"
                                       shift
                                       [ -z "$laid" ] || { printf '%s\\n' "$*" >>"$laid"; exit; }
                                       printf 'home=%s\\npid=%s\\ndirectory=%s\\nlocale=%s\\n' "${0%/bin/java}" "$$" "$(pwd -P)" "${LC_ALL:-}"
                                       for argument; do printf 'arg=%s\\n' "$argument"; done
                                       exit "${STATUS:-0}"
                                       """;

    private final Path parent;
    private final Path root;

    private FakeCheckout(Path parent) {
        this.parent = parent;
        this.root = parent.resolve("check out");
    }

    static FakeCheckout in(Path directory) throws IOException {
        FakeCheckout checkout = new FakeCheckout(directory.toRealPath());
        for (String module : List.of("model", "indexer", "app")) {
            checkout.write(module + "/pom.xml", "");
            checkout.write(module + "/src/main/java/A.java", "");
        }
        checkout.write("pom.xml", "");
        Files.copy(realScript(), checkout.script());
        checkout.writeExecutable("../tools/mvn", MAVEN);
        checkout.addJdk("jdk", "25.0.1");
        return checkout;
    }

    Path script() {
        return root.resolve("semblance");
    }

    Path file(String name) {
        return root.resolve(name).normalize();
    }

    long builds() throws IOException {
        Path builds = file("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    void write(String name, String text) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(file(name), text);
    }

    Path addJdk(String name, String version) throws IOException {
        write("../" + name + "/release", "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        writeExecutable("../" + name + "/bin/java", JAVA);
        writeExecutable("../" + name + "/bin/javac", "");
        return file("../" + name);
    }

    /// A start by the given path from the given directory, not yet begun.
    ProcessBuilder command(Path script, Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("JAVA") || name.equals("LANG"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PATH", file("../tools") + ":" + environment.get("PATH"));
        environment.put("HOME", parent.toString());
        environment.put("SEMBLANCE_JAVA_HOME", file("../jdk").toString());
        return process;
    }

    Outcome start(String... arguments) throws IOException, InterruptedException {
        return finish(command(script(), parent, arguments).start());
    }

    /// Waits for the end; what was read of a stream before is not read again.
    static Outcome finish(Process process) throws IOException, InterruptedException {
        try (BufferedReader out = process.inputReader(UTF_8); BufferedReader err = process.errorReader(UTF_8)) {
            List<String> outLines = out.lines().toList();
            List<String> errLines = err.lines().toList();
            return new Outcome(process.pid(), process.waitFor(), outLines, errLines);
        }
    }

    private void writeExecutable(String name, String text) throws IOException {
        write(name, text);
        Files.setPosixFilePermissions(file(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Tests run in the module's folder under Maven, in the checkout's under some editors.
    private static Path realScript() {
        return Stream.of("semblance", "../semblance").map(Path::of).filter(Files::isRegularFile).findFirst()
                .orElseThrow();
    }
}
