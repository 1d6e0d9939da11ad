package semblance.indexer.search;

import org.junit.jupiter.api.Test;

import semblance.model.Embedding;
import semblance.model.EncodingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/// The arithmetic of decision 0014.
class CompositionTest {
    private static final Embedding X = point(1, 0, 0);
    private static final Embedding Y = point(0, 1, 0);
    private static final Embedding Z = point(0, 0, 1);
    private static final Embedding BETWEEN = point(1, 1, 0);

    private final Composition composition = new Composition();

    private static Embedding point(float... values) {
        return Embedding.normalized(values);
    }

    private void assertPoint(float... expected) {
        assertThat(composition.point().cosine(point(expected))).isCloseTo(1, within(1e-6));
    }

    @Test
    void wordsAreSummedByTheirWeights() {
        composition.addWords(X, 1);
        composition.addWords(Y, 0.5);
        assertPoint(1, 0.5f, 0);
    }

    @Test
    void wordsCountTwiceBesideAPictureHoweverManyThereAre() {
        composition.addPicture(X, 1);
        composition.addWords(Y, 1);
        composition.addWords(Y, 3);
        assertPoint(1, 2, 0);
    }

    @Test
    void picturesAreSummedByTheirWeights() {
        composition.addPicture(X, 1);
        composition.addPicture(Y, 3);
        assertPoint(1, 3, 0);
    }

    @Test
    void whatIsNotWantedTakesAwayOnlyWhatSetsItApart() {
        composition.addWords(X, 1);
        composition.addUnwantedWords(BETWEEN, 1);
        float apart = (float) (Composition.CONTRAST * Math.sqrt(0.5));
        assertPoint(1, -apart, 0);
    }

    @Test
    void whatIsWantedAndUnwantedStaysWanted() {
        composition.addWords(X, 1);
        composition.addUnwantedWords(X, 1);
        assertPoint(1, 0, 0);
    }

    @Test
    void severalUnwantedPartsCountAsMuchAsTheOneThatCountsMost() {
        composition.addWords(X, 1);
        composition.addUnwantedWords(Y, 1);
        composition.addUnwantedWords(Z, 1);
        float each = (float) (Composition.CONTRAST * Math.sqrt(0.5));
        assertPoint(1, -each, -each);
    }

    @Test
    void aWeightOnOneOfSeveralUnwantedPartsIsNotLost() {
        composition.addWords(X, 1);
        composition.addUnwantedWords(Y, 2);
        composition.addUnwantedWords(Z, 1);
        float unit = (float) (2 * Composition.CONTRAST / Math.sqrt(5));
        assertPoint(1, -2 * unit, -unit);
    }

    @Test
    void unwantedPartsThatCancelEachOtherOutAreNotMadeLonger() {
        composition.addWords(X, 1);
        composition.addUnwantedWords(Y, 1);
        composition.addUnwantedWords(point(0, -1, 0), 1);
        assertPoint(1, 0, 0);
    }

    @Test
    void theOrderOfUnwantedPartsMakesNoDifference() {
        composition.addWords(X, 1);
        composition.addUnwantedWords(BETWEEN, 1);
        composition.addUnwantedWords(Y, 2);
        Composition other = new Composition();
        other.addWords(X, 1);
        other.addUnwantedWords(Y, 2);
        other.addUnwantedWords(BETWEEN, 1);

        assertThat(composition.point().cosine(other.point())).isCloseTo(1, within(1e-6));
    }

    @Test
    void aQueryOfWhatIsNotWantedAloneIsTheOpposite() {
        composition.addUnwantedWords(X, 1);
        composition.addUnwantedPicture(Y, 2);
        assertPoint(-1, -2, 0);
    }

    @Test
    void partsThatCancelEachOtherOutAreRefused() {
        composition.addPicture(X, 1);
        composition.addPicture(point(-1, 0, 0), 1);
        assertThatThrownBy(composition::point).isInstanceOf(EncodingException.class);
    }
}
