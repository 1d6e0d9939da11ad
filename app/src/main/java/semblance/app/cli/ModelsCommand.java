package semblance.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import semblance.app.Wiring;
import semblance.app.models.ModelInfo;
import semblance.app.models.ModelListing;
import semblance.indexer.Models;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.StageObserver;
import semblance.model.card.ModelCard;
import semblance.model.importing.ImportedModel;

/// The models on this machine.
@Command(name = "models", description = "Lists models, downloads them, takes in those of others, and chooses the one to search with.", subcommands = {
    ModelDownloadCommand.class, ModelUpkeepCommands.Verify.class,
    ModelUpkeepCommands.Remove.class}, mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
    /// The JSON document of a choice; stable from release to release.
    ///
    /// @param inUse   whether searches use the model already
    /// @param lacking photos that are to be encoded before
    record ChoiceDocument(String id, boolean inUse, long lacking) {
    }

    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Option(names = "--json", description = "Prints one JSON document a model.")
    boolean json;

    ModelsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return list(directories, json);
    }

    @Command(name = "list", description = "Lists the models that Semblance knows.", mixinStandardHelpOptions = true)
    int list(@Mixin DirectoryOptions places,
            @Option(names = "--json", description = "Prints one JSON document a model.") boolean asJson) {
        ModelListing listing = session.wire(places).shelf().list();
        JsonLines lines = new JsonLines(session.out());
        for (ModelInfo model : listing.models()) {
            if (asJson) {
                lines.print(ModelDocument.of(model));
            } else {
                session.out().println(ModelText.entry(model));
            }
        }
        listing.problems().forEach(session::tell);
        return listing.problems().isEmpty() ? 0 : 1;
    }

    @Command(name = "import", description = {"Takes in a model from a folder, after trying it out.",
        "The folder holds CLIP or SigLIP as ONNX files, as transformers.js (onnx/vision_model.onnx) or Immich"
                + " (visual/model.onnx) publish them."}, mixinStandardHelpOptions = true)
    int importFolder(@Mixin DirectoryOptions places,
            @Parameters(paramLabel = "DIR", description = "The folder; it is only read.") Path folder,
            @Option(names = "--json", description = "Prints one JSON document.") boolean asJson) {
        Wiring wiring = session.wire(places);
        ImportedModel model = wiring.models().add(folder);
        ModelCard card = model.card();
        model.warnings().forEach(warning -> session.tell("Warning: " + warning));
        if (asJson) {
            new JsonLines(session.out()).print(ModelDocument.of(wiring.shelf().find(card.id())));
        } else {
            session.out().println(String.format(Locale.ROOT,
                    "Imported %s: %d dimensions, pictures of %d pixels; both towers work.", card.id(), card.dimension(),
                    Objects.requireNonNull(card.image()).size()));
        }
        return 0;
    }

    @Command(name = "use", description = {"Searches the library with another model from now on.",
        "The photos are encoded for it by the next semblance index; until then the present model answers. Where that has been"
                + " done before, the change is instant."}, mixinStandardHelpOptions = true)
    int use(@Mixin DirectoryOptions places,
            @Parameters(paramLabel = "ID", description = "As models list names it.") String id,
            @Option(names = "--json", description = "Prints one JSON document.") boolean asJson) {
        Wiring wiring = session.wire(places);
        wiring.models().open(id, 1); // says what is wrong with it before anything is changed
        wiring.choose(id);
        try (PhotoLibrary library = wiring.open(StageObserver.NONE)) {
            long lacking = library.models().change().map(Models.Change::lacking).orElse(0L);
            if (asJson) {
                new JsonLines(session.out())
                        .print(new ChoiceDocument(id, library.models().change().isEmpty(), lacking));
            } else {
                session.out().println(library.models().change().isEmpty()
                        ? id + " is in use."
                        : id + " is to be used once " + LibrarySentence.number(lacking, "photo is", "photos are")
                                + " encoded for it: semblance index does that. Until then the present model answers.");
            }
        }
        return 0;
    }
}
