package semblance.indexer.kill;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

import semblance.indexer.LibraryLocation;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Folder;
import semblance.model.starter.StarterModel;

/// A program that indexes one folder and shows on a [StageBoard] where it is.
final class IndexingProcess {
    private IndexingProcess() {
    }

    /// Starts it.
    static Process start(LibraryLocation location, Path photos, Path board, Path log) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(java, "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Xmx1g", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), IndexingProcess.class.getName(), location.data().toString(),
                location.cache().toString(), photos.toString(), board.toString());
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File(devNull()))).start();
    }

    private static String devNull() {
        return Files.exists(Path.of("/dev/null")) ? "/dev/null" : "NUL";
    }

    /// Runs it: data, cache, photos, board.
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        LibraryLocation location = new LibraryLocation(Path.of(arguments[0]), Path.of(arguments[1]));
        StageBoard board = StageBoard.map(Path.of(arguments[3]));
        try (PhotoLibrary library = PhotoLibrary.open(location, StarterModel.bundled(1), board)) {
            Folder folder = library.folders().add(Path.of(arguments[2]));
            var _ = library.indexing().start(List.of(folder)).result().get();
        }
    }
}
