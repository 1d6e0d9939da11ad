package semblance.model.testing.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import semblance.model.card.BuiltInCards;
import semblance.model.card.ModelCard;
import semblance.model.card.ModelFile;
import semblance.model.card.Source;
import semblance.model.importing.ModelImport;
import semblance.model.testing.tiny.TinyModel;

/// A tiny model whose files a hub has, and whose card the program knows.
///
/// @param model computes by hand what the files compute
/// @param card  as the program would bring it
public record PublishedModel(TinyModel model, ModelCard card) {
    private static final String REVISION = "0123456789abcdef0123456789abcdef01234567";

    /// Publishes a model.
    ///
    /// @param scratch   the files are written there; its name is the model's id
    /// @param languages of its card
    public static PublishedModel on(TestHub hub, TinyModel model, Path scratch, String... languages)
            throws IOException {
        model.writeTransformers(scratch);
        ModelCard found = new ModelImport(new BuiltInCards()).read(scratch).card();
        Source source = new Source("tiny/" + found.id(), REVISION);
        ModelCard card = new ModelCard(found.id(), "Tiny " + found.id(), "MIT", "Knows more than the starter.",
                List.of(languages), source, found.dimension(), found.spaces(), found.image(), found.text(),
                found.scoring(), found.files(), List.of());
        hub.publish(prefix(card), scratch);
        return new PublishedModel(model, card);
    }

    /// Its text tower alone, as a model that borrows the image tower.
    public PublishedModel textsAlone(TestHub hub, Path scratch, String... languages) throws IOException {
        ModelCard texts = new ModelCard(card.id() + "-texts", card.title() + " texts", card.licence(), null,
                List.of(languages), new Source("tiny/" + card.id() + "-texts", REVISION), card.dimension(),
                card.spaces(), null, card.text(), card.scoring(), card.textFiles(), List.of());
        hub.publish(prefix(texts), scratch);
        return new PublishedModel(model, texts);
    }

    /// Where its files are on the hub.
    public static String prefix(ModelCard card) {
        return "/tiny/" + card.id() + "/resolve/" + REVISION + "/";
    }

    /// The path of a file on the hub.
    public String at(String path) {
        return prefix(card) + path;
    }

    /// Where a download collects a file.
    ///
    /// @param store the directory of all models
    public Path part(Path store, String path) {
        return store.resolve(".downloading-" + card.id()).resolve(path + ".part");
    }

    /// The cards of the program, this one and others.
    public BuiltInCards cards(PublishedModel... others) {
        List<ModelCard> all = new ArrayList<>(new BuiltInCards().all());
        all.add(card);
        Arrays.stream(others).map(PublishedModel::card).forEach(all::add);
        return new BuiltInCards(all);
    }

    /// The same where less is known of a file.
    public PublishedModel knowing(String path, @Nullable Long size, @Nullable String sha256) {
        return new PublishedModel(model, card.withFiles(card.files().stream()
                .map(file -> file.path().equals(path) ? new ModelFile(path, size, sha256) : file).toList()));
    }
}
