package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import semblance.app.Wiring;
import semblance.app.eval.Caption;
import semblance.app.eval.CaptionFile;
import semblance.app.eval.CaptionsException;
import semblance.app.eval.EvaluationResult;
import semblance.app.eval.Recall;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;

/// Measures retrieval.
@Command(name = "eval", description = "Measures how often captions find their photos, in a library made for it.", mixinStandardHelpOptions = true)
final class EvalCommand implements Callable<Integer> {
    /// The JSON document; stable from release to release.
    record EvalDocument(long photos, long captions, Recall textToImage, Recall imageToText, double seconds) {
    }

    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Mixin
    final ProviderOption provider = new ProviderOption();

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
        PhotoFolder.check(images);
        try (ScratchDirectory scratch = ScratchDirectory.make("semblance-eval")) {
            List<Caption> table = CaptionFile.read(captions);
            Wiring wiring = session.wire(directories, provider);
            Optional<EvaluationResult> result = wiring.evaluation(scratch.path()).run(images, table,
                    run -> follow(wiring, run, table.size()), session.stop()::given);
            if (result.isEmpty()) {
                throw new CommandFailure("Stopped.");
            }
            print(result.get(), (System.nanoTime() - start) / 1e9);
            return 0;
        } catch (CaptionsException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private IndexingReport follow(Wiring wiring, IndexingRun run, int captionCount) {
        IndexingReport report = new RunWatcher(session, wiring.provider()::notices).follow(run);
        if (!report.cancelled()) {
            session.tell("Searching with " + LibrarySentence.number(captionCount, "caption", "captions"));
        }
        return report;
    }

    private void print(EvaluationResult result, double seconds) {
        if (result.missing() > 0) {
            session.tell(LibrarySentence.number(result.missing(), "caption", "captions")
                    + " left out: their photos are not in the folder or failed.");
        }
        if (json) {
            new JsonLines(session.out()).print(new EvalDocument(result.photos(), result.captions(),
                    result.textToImage(), result.imageToText(), seconds));
            return;
        }
        session.out().println(LibrarySentence.number(result.photos(), "photo", "photos") + ", "
                + LibrarySentence.number(result.captions(), "caption", "captions"));
        session.out().println(line("text to image", result.textToImage()));
        session.out().println(line("image to text", result.imageToText()));
    }

    private static String line(String way, Recall recall) {
        return String.format(Locale.ROOT, "%s  R@1 %.4f  R@5 %.4f  R@10 %.4f  median rank %.1f", way, recall.r1(),
                recall.r5(), recall.r10(), recall.medianRank());
    }
}
