package semblance.model.card;

import org.jspecify.annotations.Nullable;

/// The text tower of a card: a tokenizer and a graph from token ids to vectors `[n, dimension]`, or, with a head, to token
/// states `[n, length, head.hiddenDimension]`.
///
/// @param file          one of the card's files
/// @param tokenizer     one of the card's files, a tokenizer.json
/// @param contextLength tokens at most, special ones included
/// @param padId         the token behind end-of-text, where there has to be one
/// @param output        the graph's name for the vectors or token states
/// @param normalized    whether the graph's vectors have length 1
/// @param head          of a [TowerKind#SENTENCE] tower, and of no other
public record TextTower(TowerKind kind, String file, String tokenizer, Precision precision, int contextLength,
        Padding padding, int padId, Cleaning cleaning, IdType idType, TextInputs inputs, String output,
        boolean normalized, @Nullable DenseHead head) {
    private static final int LONGEST = 8192;

    public TextTower {
        Requirement.present(kind, "kind");
        Requirement.present(file, "file");
        Requirement.present(tokenizer, "tokenizer");
        Requirement.present(precision, "precision");
        Requirement.present(padding, "padding");
        Requirement.present(cleaning, "cleaning");
        Requirement.present(idType, "id_type");
        Requirement.present(inputs, "inputs");
        Requirement.present(output, "output");
        Requirement.that(contextLength >= 2 && contextLength <= LONGEST, "context_length " + contextLength);
        Requirement.that(padId >= 0, "pad_id " + padId);
        Requirement.that(kind == TowerKind.CLIP || padding != Padding.UP_TO_END,
                "padding up_to_end is for clip towers, which do not look behind end-of-text");
        Requirement.that(kind != TowerKind.SIGLIP || padding == Padding.MAX_LENGTH,
                "a siglip tower needs padding max_length: it was trained on nothing shorter");
        Requirement.that(kind != TowerKind.SENTENCE || padding == Padding.NONE,
                "a sentence tower needs padding none: the mean is taken over the text's own tokens");
        Requirement.that((kind == TowerKind.SENTENCE) == (head != null),
                "a sentence tower needs a head, and no other has one");
    }
}
