package semblance.app.cli;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import semblance.app.Wiring;
import semblance.app.models.ModelDownloads;
import semblance.app.models.ModelInfo;

/// Downloads a model, after saying what it is and under which licence it comes.
@Command(name = "download", description = {"Downloads a model, after showing its size and licence.",
    "What was broken off goes on where it ended; of a model that is here, only damaged files are fetched. It comes from"
            + " huggingface.co, or from the mirror that the variable HF_ENDPOINT names; HF_TOKEN proves who you are there."
            + " Proxies are those of the variables https_proxy and no_proxy, or of the system."}, mixinStandardHelpOptions = true)
final class ModelDownloadCommand implements Callable<Integer> {
    private static final Set<String> CONSENT = Set.of("y", "yes");

    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Parameters(paramLabel = "ID", description = "As models list names it.")
    String id = "";

    @Option(names = {"-y", "--yes"}, description = "Agrees to the licence without being asked.")
    boolean yes;

    @Option(names = "--json", description = "Prints one JSON document.")
    boolean json;

    ModelDownloadCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Wiring wiring = session.wire(directories);
        ModelInfo model = wiring.shelf().find(id);
        session.tell(ModelText.facts(model));
        if (!mayBegin(model)) {
            session.tell("Nothing was downloaded.");
            return 1;
        }
        ModelInfo installed;
        try (ModelDownloads downloads = wiring.downloads()) {
            installed = new DownloadWatcher(session).follow(downloads.start(id));
        }
        if (json) {
            new JsonLines(session.out()).print(ModelDocument.of(installed));
        } else {
            session.out().println(installed.title() + " is on this machine, every byte as published. "
                    + installed.needs()
                            .map(needed -> "It needs another model for the photos: semblance models download "
                                    + needed)
                            .orElse("To search with it: semblance models use " + id));
        }
        return 0;
    }

    /// Of a model that is here the licence was agreed to before.
    private boolean mayBegin(ModelInfo model) {
        if (yes || model.state() == ModelInfo.State.INSTALLED || model.state() == ModelInfo.State.BUNDLED) {
            return true;
        }
        session.err().print("Download it under this licence? [y/N] ");
        session.err().flush();
        String answer = session.host().answer().orElseThrow(() -> {
            session.tell("");
            return new CommandFailure("Nobody can be asked here whether the licence " + model.licence()
                    + " is agreed to. Nothing was downloaded. If it is, add --yes: semblance models download " + id
                    + " --yes");
        });
        return CONSENT.contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
