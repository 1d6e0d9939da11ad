package semblance.app.window.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Reaches the desktop through the commands that each system has for it. (JavaFX can only show web addresses, and AWT
/// would be a second toolkit.)
public final class CommandDesktop implements SystemDesktop {
    private static final long PATIENCE_SECONDS = 5;

    private enum Platform {
        LINUX, MAC, WINDOWS
    }

    private final Platform platform;

    private CommandDesktop(Platform platform) {
        this.platform = platform;
    }

    /// The desktop of a system.
    ///
    /// @param osName the system property `os.name`
    public static CommandDesktop of(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        return new CommandDesktop(
                name.startsWith("mac") ? Platform.MAC : name.startsWith("windows") ? Platform.WINDOWS : Platform.LINUX);
    }

    @Override
    public void open(Path file) throws IOException {
        mustExist(file);
        show(file.toString());
    }

    @Override
    public void browse(String address) throws IOException {
        if (!address.startsWith("https://")) {
            throw new IOException(address + " is not the address of a secure page.");
        }
        show(address);
    }

    private void show(String what) throws IOException {
        run(switch (platform) {
            case LINUX -> List.of("xdg-open", what);
            case MAC -> List.of("open", what);
            case WINDOWS -> List.of("rundll32", "url.dll,FileProtocolHandler", what);
        });
    }

    @Override
    public void reveal(Path file) throws IOException {
        mustExist(file);
        switch (platform) {
            case LINUX -> revealOnLinux(file);
            case MAC -> run(List.of("open", "-R", file.toString()));
            // Its exit status is 1 even when it did what it was asked.
            case WINDOWS -> start(List.of("explorer.exe", "/select," + file));
        }
    }

    /// File managers that can select a file listen on the session bus; without one its folder is opened.
    private static void revealOnLinux(Path file) throws IOException {
        try {
            run(List.of("gdbus", "call", "--session", "--dest", "org.freedesktop.FileManager1", "--object-path",
                    "/org/freedesktop/FileManager1", "--method", "org.freedesktop.FileManager1.ShowItems",
                    "['" + file.toUri().toASCIIString().replace("'", "%27") + "']", ""));
        } catch (IOException _) {
            run(List.of("xdg-open", file.resolveSibling("").toString()));
        }
    }

    private static void mustExist(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process = start(command);
        try {
            // A viewer that stays open is no failure; one that cannot start ends at once.
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0) {
                throw new IOException(command.getFirst() + " failed (" + process.exitValue()
                        + "). Is there a program for such files?");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectInput(nothing()).start();
    }

    private static ProcessBuilder.Redirect nothing() {
        boolean windows = File.separatorChar == '\\';
        return ProcessBuilder.Redirect.from(new File(windows ? "NUL" : "/dev/null"));
    }
}
