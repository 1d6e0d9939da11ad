package semblance.model.card;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import semblance.model.EmbeddingSpace;

/// All that is known about a model. A card of a text tower alone lends its languages to the image tower of another card.
///
/// @param id        safe as the name of a folder, for example `clip-vit-base-patch32`
/// @param title     for people
/// @param licence   of the weights, as an SPDX identifier where there is one
/// @param improves  what it is good for, as a sentence; null if nobody has said so
/// @param languages that texts may be in, as language tags, or `mul` for very many
/// @param source    null if nobody knows, as for a model imported from a folder
/// @param dimension of the embeddings
/// @param spaces    with an image tower the one space that it makes, else those that the text tower maps into
/// @param image     null in the card of a text tower alone
/// @param files     of both towers
public record ModelCard(String id, String title, String licence, @Nullable String improves, List<String> languages,
        @Nullable Source source,
        int dimension, List<String> spaces, @Nullable ImageTower image, TextTower text, ScoringCard scoring,
        List<ModelFile> files, List<Recall> recall) {
    /// The most dimensions that the vector index takes.
    public static final int LARGEST_DIMENSION = 1024;
    /// Digits of its image tower's SHA-256 in the name of a space.
    public static final int HASH_DIGITS = 12;

    public ModelCard {
        Requirement.present(id, "id");
        Requirement.present(title, "title");
        Requirement.present(licence, "licence");
        Requirement.present(text, "text");
        Requirement.present(scoring, "scoring");
        languages = List.copyOf(Requirement.present(languages, "languages"));
        spaces = List.copyOf(Requirement.present(spaces, "spaces"));
        files = List.copyOf(Requirement.present(files, "files"));
        recall = List.copyOf(Requirement.present(recall, "recall"));
        Requirement.that(id.matches("[a-z0-9][a-z0-9._-]*"), "id " + id + " is not a safe name");
        Requirement.that(dimension >= 1 && dimension <= LARGEST_DIMENSION, "embeddings of " + dimension
                + " dimensions: the vector index takes " + LARGEST_DIMENSION + " at most");
        Requirement.that(!languages.isEmpty(), "languages needs one at least");
        Requirement.that(image == null ? !spaces.isEmpty() : spaces.size() == 1,
                "spaces has to name the space of the image tower, or all those that a text tower alone maps into");
        for (String path : towerFiles(image, text)) {
            Requirement.that(files.stream().anyMatch(file -> file.path().equals(path)),
                    "files does not have " + path);
        }
        if (image != null) {
            checkSpace(spaces.getFirst(), image, find(files, image.file()));
        }
    }

    /// The space of the image tower, or the first that a text tower alone maps into.
    @JsonIgnore
    public EmbeddingSpace space() {
        return new EmbeddingSpace(spaces.getFirst(), dimension);
    }

    /// One of its files.
    ///
    /// @throws IllegalArgumentException if the card has no file of that path
    public ModelFile file(String path) {
        return find(files, path);
    }

    /// The same with what is known of its files.
    public ModelCard withFiles(List<ModelFile> known) {
        return new ModelCard(id, title, licence, improves, languages, source, dimension, spaces, image, text, scoring,
                known, recall);
    }

    /// All files but the graph of the image tower.
    @JsonIgnore
    public List<ModelFile> textFiles() {
        return files.stream().filter(file -> image == null || !file.path().equals(image.file())).toList();
    }

    private static List<String> towerFiles(@Nullable ImageTower image, TextTower text) {
        DenseHead head = text.head();
        Stream<String> texts = head == null
                ? Stream.of(text.file(), text.tokenizer())
                : Stream.of(text.file(), text.tokenizer(), head.file());
        return image == null ? texts.toList() : Stream.concat(Stream.of(image.file()), texts).toList();
    }

    private static ModelFile find(List<ModelFile> files, String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("files does not have " + path));
    }

    /// Embeddings of two towers must never meet under one name, so the name carries the tower's hash.
    private static void checkSpace(String space, ImageTower image, ModelFile file) {
        String sha256 = file.sha256();
        Requirement.that(sha256 != null, image.file() + ": the image tower needs its sha256");
        Requirement.that(sha256 != null && space.contains(sha256.substring(0, HASH_DIGITS)),
                "space " + space + " does not carry the first " + HASH_DIGITS + " digits of " + image.file()
                        + "'s sha256");
    }
}
