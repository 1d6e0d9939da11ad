package semblance.model.zeroshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import semblance.model.Activation;
import semblance.model.CertaintyCurve;
import semblance.model.Embedding;
import semblance.model.Scoring;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// Laws that hold for any embeddings.
class ZeroShotClassifierTest {
    private static final int ROUNDS = 50;
    private static final double SCALE = 28;
    private static final Scoring SOFTMAX = softmax(SCALE);
    private static final Offset<Double> NEARLY = Offset.offset(1e-12);

    private Random random = new Random();
    private RandomEmbeddings embeddings = new RandomEmbeddings(random);

    @BeforeEach
    void seed() {
        random = Seed.next("ZeroShotClassifierTest").random();
        embeddings = new RandomEmbeddings(random);
    }

    @Test
    void probabilitiesOfAllCandidatesTogetherAreOne() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Candidate> labels = candidates(1 + random.nextInt(40));

            double[] probabilities = new ZeroShotClassifier(SOFTMAX, labels, List.of())
                    .probabilities(embeddings.next());

            assertThat(probabilities).hasSameSizeAs(labels.toArray());
            assertThat(Arrays.stream(probabilities).boxed()).allSatisfy(one -> assertThat(one).isBetween(0.0, 1.0));
            assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, NEARLY);
        }
    }

    @Test
    void aProbabilityIsThatOfTheDefinition() {
        List<Candidate> labels = candidates(5);
        List<Candidate> others = candidates(3);
        Embedding picture = embeddings.next();

        double[] probabilities = new ZeroShotClassifier(SOFTMAX, labels, others).probabilities(picture);

        double sum = Stream.concat(labels.stream(), others.stream()).mapToDouble(each -> share(each, picture)).sum();
        for (int i = 0; i < labels.size(); i++) {
            assertThat(probabilities[i]).isCloseTo(share(labels.get(i), picture) / sum, NEARLY);
        }
    }

    @Test
    void noLogitScaleOverflows() {
        for (double scale : new double[]{1e-6, 100, 1e4, 1e9}) {
            double[] probabilities = new ZeroShotClassifier(softmax(scale), candidates(20), candidates(20))
                    .probabilities(embeddings.next());

            assertThat(Arrays.stream(probabilities).boxed()).allSatisfy(one -> assertThat(one).isBetween(0.0, 1.0));
        }
    }

    @Test
    void withEqualWeightsTheNearerLabelIsTheMoreProbable() {
        List<Candidate> labels = Stream.generate(() -> new Candidate(embeddings.next(), 1)).limit(30).toList();
        Embedding picture = embeddings.next();

        double[] probabilities = new ZeroShotClassifier(SOFTMAX, labels, candidates(10)).probabilities(picture);

        for (int i = 1; i < labels.size(); i++) {
            double nearer = labels.get(i).embedding().cosine(picture) - labels.get(i - 1).embedding().cosine(picture);
            assertThat(Math.signum(probabilities[i] - probabilities[i - 1])).isEqualTo(Math.signum(nearer));
        }
    }

    @Test
    void aWeightMultipliesTheOdds() {
        Candidate label = new Candidate(embeddings.next(), 1);
        List<Candidate> others = candidates(10);
        Embedding picture = embeddings.next();

        double once = new ZeroShotClassifier(SOFTMAX, List.of(label), others).probabilities(picture)[0];
        double often = new ZeroShotClassifier(SOFTMAX, List.of(new Candidate(label.embedding(), 4)), others)
                .probabilities(picture)[0];

        // Four times the odds; said of probabilities, because odds grow beyond any tolerance.
        assertThat(often).isCloseTo(4 * once / (1 + 3 * once), NEARLY);
    }

    @Test
    void theOrderOfTheLabelsMakesNoDifference() {
        List<Candidate> labels = new ArrayList<>(candidates(12));
        Embedding picture = embeddings.next();
        double[] probabilities = new ZeroShotClassifier(SOFTMAX, labels, List.of()).probabilities(picture);

        Collections.reverse(labels);
        double[] reversed = new ZeroShotClassifier(SOFTMAX, labels, List.of()).probabilities(picture);

        for (int i = 0; i < probabilities.length; i++) {
            assertThat(reversed[probabilities.length - 1 - i]).isCloseTo(probabilities[i], NEARLY);
        }
    }

    @Test
    void whateverElseAPictureMayShowTakesItsShareFromEachLabelAlike() {
        List<Candidate> labels = candidates(6);
        Embedding picture = embeddings.next();

        double[] alone = new ZeroShotClassifier(SOFTMAX, labels, List.of()).probabilities(picture);
        double[] among = new ZeroShotClassifier(SOFTMAX, labels, candidates(6)).probabilities(picture);

        double share = among[0] / alone[0];
        assertThat(share).isBetween(0.0, 1.0);
        for (int i = 0; i < alone.length; i++) {
            assertThat(among[i] / alone[i]).isCloseTo(share, Offset.offset(1e-9));
        }
    }

    @Test
    void aClassifierNeedsALabelAndAScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ZeroShotClassifier(SOFTMAX, List.of(), candidates(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> softmax(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Candidate(embeddings.next(), 0));
    }

    @Test
    void aSigmoidJudgesEachLabelOnItsOwn() {
        Scoring sigmoid = new Scoring(Activation.SIGMOID, 112, -16.8, CertaintyCurve.IDENTITY);
        List<Candidate> labels = candidates(6);
        Embedding picture = embeddings.next();

        double[] probabilities = new ZeroShotClassifier(sigmoid, labels, candidates(5)).probabilities(picture);

        assertThat(probabilities).hasSameSizeAs(labels.toArray());
        for (int i = 0; i < labels.size(); i++) {
            double power = Math.exp(112 * labels.get(i).embedding().cosine(picture) - 16.8) * labels.get(i).weight();
            assertThat(probabilities[i]).isCloseTo(power / (1 + power), Offset.offset(1e-9));
        }
    }

    private static Scoring softmax(double scale) {
        return new Scoring(Activation.SOFTMAX, scale, 0, CertaintyCurve.IDENTITY);
    }

    private static double share(Candidate candidate, Embedding picture) {
        return candidate.weight() * Math.exp(SCALE * candidate.embedding().cosine(picture));
    }

    private List<Candidate> candidates(int count) {
        return Stream.generate(() -> new Candidate(embeddings.next(), 0.25 + random.nextInt(5))).limit(count).toList();
    }
}
