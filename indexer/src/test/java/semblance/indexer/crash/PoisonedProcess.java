package semblance.indexer.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

import semblance.indexer.LibraryLocation;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Catalog;
import semblance.indexer.pipeline.Stage;
import semblance.indexer.pipeline.StageObserver;
import semblance.model.starter.StarterModel;

/// A program that indexes one folder and ends in the decoder as soon as a certain file is in it.
final class PoisonedProcess {
    /// How it ends.
    enum End {
        /// As when a native library writes where it must not.
        NATIVE_FAULT,
        /// As when the system takes the process away: nothing is tidied up.
        HALT
    }

    private PoisonedProcess() {
    }

    /// Runs it to its end.
    ///
    /// @return its exit status
    static int run(LibraryLocation location, Path photos, String poison, End end, Path log)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(java, "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Xmx1g", "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + log.resolveSibling("crash.txt"), "-cp",
                System.getProperty("java.class.path"), PoisonedProcess.class.getName(), location.data().toString(),
                location.cache().toString(), photos.toString(), poison, end.name());
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    }

    /// Runs it: data, cache, photos, name of the file, end.
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        LibraryLocation location = new LibraryLocation(Path.of(arguments[0]), Path.of(arguments[1]));
        End end = End.valueOf(arguments[4]);
        StageObserver poisoned = stage -> {
            if (stage == Stage.DECODE && isBeingDecoded(location, arguments[3])) {
                end(end);
            }
            return () -> {
            };
        };
        try (PhotoLibrary library = PhotoLibrary.open(location, StarterModel.bundled(1), poisoned)) {
            var folder = library.folders().add(Path.of(arguments[2]));
            var _ = library.indexing().start(List.of(folder)).result().get();
        }
    }

    /// Whether the marks say so, which are what the next process will know.
    private static boolean isBeingDecoded(LibraryLocation location, String name) {
        try (Catalog catalog = Catalog.openForReading(location.catalog())) {
            long file = catalog.read(session -> session.files()
                    .inDirectory(session.folders().all().getFirst().id(), "", 0).values().stream()
                    .filter(known -> known.name().equals(name)).findFirst().orElseThrow().id());
            ByteBuffer marks = ByteBuffer.wrap(Files.readAllBytes(location.data().resolve("decoding")))
                    .order(ByteOrder.nativeOrder());
            while (marks.hasRemaining()) {
                if (marks.getLong() == file) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("restricted") // it is meant to crash
    private static void end(End end) {
        switch (end) {
            case HALT -> Runtime.getRuntime().halt(9);
            case NATIVE_FAULT -> MemorySegment.ofAddress(8).reinterpret(8).set(ValueLayout.JAVA_LONG, 0, 1);
        }
    }
}
