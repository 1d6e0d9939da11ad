package semblance.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import semblance.app.Wiring;
import semblance.indexer.Models;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.StageObserver;
import semblance.model.card.ModelCard;
import semblance.model.card.ModelFile;
import semblance.model.importing.ImportedModel;
import semblance.model.store.ModelList;
import semblance.model.store.StoredModel;

/// The models on this machine.
@Command(name = "models", description = "Lists models, and takes in new ones.", mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
    private static final int MEBI = 20;

    /// The JSON document of a model; stable from release to release. The size is 0 where that of a file is not known.
    record ModelDocument(String id, String title, String state, String licence, List<String> languages, int dimension,
            long size) {
        static ModelDocument of(StoredModel model) {
            ModelCard card = model.card();
            return new ModelDocument(card.id(), card.title(), model.state().name().toLowerCase(Locale.ROOT),
                    card.licence(), card.languages(), card.dimension(), ModelsCommand.size(card));
        }
    }

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
        ModelList list = session.wire(places).models().list();
        JsonLines lines = new JsonLines(session.out());
        for (StoredModel model : list.models()) {
            if (asJson) {
                lines.print(ModelDocument.of(model));
            } else {
                session.out().println(line(model));
            }
        }
        list.problems().forEach(session::tell);
        return list.problems().isEmpty() ? 0 : 1;
    }

    @Command(name = "import", description = {"Takes in a model from a folder, after trying it out.",
        "The folder holds CLIP or SigLIP as ONNX files, as transformers.js (onnx/vision_model.onnx) or Immich"
                + " (visual/model.onnx) publish them."}, mixinStandardHelpOptions = true)
    int importFolder(@Mixin DirectoryOptions places,
            @Parameters(paramLabel = "DIR", description = "The folder; it is only read.") Path folder,
            @Option(names = "--json", description = "Prints one JSON document.") boolean asJson) {
        ImportedModel model = session.wire(places).models().add(folder);
        ModelCard card = model.card();
        model.warnings().forEach(warning -> session.tell("Warning: " + warning));
        if (asJson) {
            new JsonLines(session.out())
                    .print(ModelDocument.of(new StoredModel(card, StoredModel.State.INSTALLED, 0)));
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

    private static String line(StoredModel model) {
        ModelCard card = model.card();
        String where = switch (model.state()) {
            case BUNDLED -> "in the program";
            case INSTALLED -> "on this machine";
            case DOWNLOADING -> "partly here";
            case KNOWN -> "not here";
        };
        long size = size(card) >> MEBI;
        return String.format(Locale.ROOT, "%-32s %-16s %9s  %s", card.id(), where, size == 0 ? "" : size + " MiB",
                card.title());
    }

    private static long size(ModelCard card) {
        return card.files().stream().map(ModelFile::size).anyMatch(Objects::isNull)
                ? 0
                : card.files().stream().map(ModelFile::size).mapToLong(Objects::requireNonNull).sum();
    }
}
