package semblance.app.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import semblance.app.eval.Caption;
import semblance.app.eval.CaptionFile;
import semblance.app.eval.EvaluationResult;
import semblance.app.eval.Recall;

/// Measures retrieval.
@Command(name = "eval", description = "Measures how often captions find their photos, in a library made for it.", mixinStandardHelpOptions = true)
final class EvalCommand implements Callable<Integer> {
    /// The JSON document; stable from release to release.
    record EvalDocument(long photos, long captions, Recall textToImage, Recall imageToText, double seconds) {
    }

    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Option(names = "--images", paramLabel = "DIR", required = true, description = "Folder of the photos.")
    Path images = Path.of("");

    @Option(names = "--captions", paramLabel = "TSV", required = true, description = "A line for each caption: file name, tab, caption.")
    Path captions = Path.of("");

    @Option(names = "--json", description = "Prints one JSON document.")
    boolean json;

    EvalCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        List<Caption> table = CaptionFile.read(captions);
        Path scratch = Files.createTempDirectory("semblance-eval");
        try {
            EvaluationResult result = session.wire(directories).evaluation(scratch).run(images, table,
                    run -> new RunWatcher(session).follow(run));
            print(result, (System.nanoTime() - start) / 1e9);
            return 0;
        } finally {
            delete(scratch);
        }
    }

    private void print(EvaluationResult result, double seconds) {
        if (result.missing() > 0) {
            session.err()
                    .println(result.missing() + " captions left out: their photos are not in the folder or failed.");
        }
        if (json) {
            new JsonLines(session.out())
                    .print(new EvalDocument(result.photos(), result.captions(), result.textToImage(),
                            result.imageToText(), seconds));
            return;
        }
        session.out().println(result.photos() + " photos, " + result.captions() + " captions");
        session.out().println(line("text to image", result.textToImage()));
        session.out().println(line("image to text", result.imageToText()));
    }

    private static String line(String way, @Nullable Recall recall) {
        return recall == null
                ? way
                : String.format(Locale.ROOT, "%s  R@1 %.4f  R@5 %.4f  R@10 %.4f  median rank %.0f", way, recall.r1(),
                        recall.r5(), recall.r10(), recall.medianRank());
    }

    private static void delete(Path scratch) throws IOException {
        Files.walkFileTree(scratch, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
