package semblance.indexer.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.index.ScoredPhoto;
import semblance.indexer.query.PhotoQuery;
import semblance.indexer.query.QueryParser;
import semblance.indexer.testing.TestLibrary;
import semblance.model.testing.PhotosTest;
import semblance.model.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;

/// What composed queries find among real photos: the figures of decisions 0014 and 0015.
@PhotosTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the photos are indexed once
@SuppressWarnings("SystemOut") // the figures are the record
class CompositionOnPhotosTest {
    private static final int TEN = 10;
    /// Fewest photos that show both things of a pair.
    private static final int FEWEST = 10;

    private final Map<Path, String> kinds = new HashMap<>();
    private PhotoLibrary open;
    private CaptionedPhotos captioned;

    @BeforeAll
    void index(@TempDir Path temporary) throws IOException {
        Path photos = SharedFolder.require().resolve("photos").toRealPath();
        captioned = CaptionedPhotos.read();
        Path labelled = Files.createDirectories(temporary.toRealPath().resolve("labelled"));
        for (String line : Files.readAllLines(photos.resolve("labelled.tsv"))) {
            String[] columns = line.split("\t", 2);
            // Their names tell what they show, and searches read names.
            Path neutral = labelled.resolve("IMG_" + kinds.size() + ".jpg");
            Files.copy(photos.resolve("labelled").resolve(columns[0]), neutral);
            kinds.put(neutral, columns[1]);
        }
        open = new TestLibrary(temporary).open();
        TestLibrary.index(open, captioned.directory(), labelled);
    }

    @AfterAll
    void close() {
        open.close();
    }

    private long both(String one, String other) {
        return captioned.showing(one).stream().filter(captioned.showing(other)::contains).count();
    }

    /// The ten best of the captioned photos.
    private List<Path> ten(String query) {
        try {
            PhotoQuery filtered = QueryParser.parse(query + " folder:flickr8k-test");
            return open.search().find(filtered, new SearchOptions(TEN, Strictness.LOOSE)).hits().stream().map(Hit::path)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(query, e);
        }
    }

    /// Shares of the ten best, averaged over pairs.
    ///
    /// @param one   that show the first thing of the pair
    /// @param other that show the second
    /// @param both  that show both
    private record Shares(double one, double other, double both) {
        double oneAlone() {
            return one - both;
        }
    }

    private Shares measure(String what, List<String[]> pairs, BiFunction<String, String, String> query) {
        double one = 0;
        double other = 0;
        double both = 0;
        for (String[] pair : pairs) {
            for (Path path : ten(query.apply(pair[0], pair[1]))) {
                boolean first = captioned.showing(pair[0]).contains(path);
                boolean second = captioned.showing(pair[1]).contains(path);
                one += first ? 1 : 0;
                other += second ? 1 : 0;
                both += first && second ? 1 : 0;
            }
        }
        double all = pairs.size() * TEN;
        Shares shares = new Shares(one / all, other / all, both / all);
        System.out.printf(Locale.ROOT, "%-34s of ten show A %.3f, B %.3f, both %.3f, A without B %.3f (%d pairs)%n",
                what,
                shares.one(), shares.other(), shares.both(), shares.oneAlone(), pairs.size());
        return shares;
    }

    private List<String[]> pairs() {
        List<String[]> pairs = new ArrayList<>();
        for (String one : captioned.things()) {
            captioned.things().stream().filter(other -> !other.equals(one) && both(one, other) >= FEWEST
                    && captioned.showing(one).size() - both(one, other) >= FEWEST)
                    .forEach(other -> pairs.add(new String[]{one, other}));
        }
        return pairs;
    }

    @Test
    void twoThingsThatAreWantedAreFoundTogether() {
        List<String[]> pairs = pairs();
        Shares words = measure("dog snow", pairs, (one, other) -> one + " " + other);
        Shares phrases = measure("\"dog\" \"snow\"", pairs, (one, other) -> "\"" + one + "\" \"" + other + "\"");
        Shares weighted = measure("dog snow^2", pairs, (one, other) -> one + " " + other + "^2");

        assertThat(words.both()).isGreaterThan(0.25);
        assertThat(phrases.both()).as("quotes do no harm").isEqualTo(words.both());
        assertThat(weighted.other()).isGreaterThan(words.other());
        assertThat(weighted.one()).isLessThan(words.one());
    }

    @Test
    void whatIsNotWantedIsRarerAndWhatIsWantedIsNot() {
        List<String[]> pairs = pairs();
        Shares alone = measure("dog", pairs, (one, _) -> one);
        Shares without = measure("dog -snow", pairs, (one, other) -> one + " -" + other);
        Shares said = measure("dog without snow", pairs, (one, other) -> one + " without " + other);

        assertThat(without.other()).isLessThan(0.7 * alone.other());
        assertThat(without.oneAlone()).isGreaterThan(alone.oneAlone() + 0.05);
        assertThat(said.other()).as("encoders do not understand the word").isGreaterThan(alone.other());
    }

    @Test
    void wordsTurnAPictureIntoWhatTheySay() {
        List<String[]> pairs = pairs();
        Function<String[], String> picture = pair -> "like:\"" + captioned.showing(pair[0]).stream()
                .filter(path -> !captioned.showing(pair[1]).contains(path)).findFirst().orElseThrow() + "\"";
        Shares alone = measure("like:dog.jpg", pairs, (one, other) -> picture.apply(new String[]{one, other}));
        Shares with = measure("like:dog.jpg snow", pairs,
                (one, other) -> picture.apply(new String[]{one, other}) + " " + other);

        assertThat(with.both()).isGreaterThan(1.5 * alone.both());
        assertThat(with.one()).isGreaterThan(0.6 * alone.one());
    }

    @Test
    void promptsAroundAShortQueryHelp() throws IOException {
        double plain = 0;
        double prompted = 0;
        Set<String> all = new TreeSet<>(kinds.values());
        for (String kind : all) {
            String words = kind.replace('_', ' ').toLowerCase(Locale.ROOT);
            Map<Long, String> kindOf = new HashMap<>();
            for (Hit hit : open.search().byText(words, new SearchOptions(2000, Strictness.LOOSE)).hits()) {
                kindOf.put(hit.photoId(), kinds.getOrDefault(hit.path(), ""));
            }
            prompted += averagePrecision(open.search().byText(words, new SearchOptions(2000, Strictness.LOOSE)).hits()
                    .stream().map(hit -> kind.equals(kindOf.get(hit.photoId()))).toList());
            plain += averagePrecision(open.search().nearest(open.search().embed(words), 2000).stream()
                    .map(ScoredPhoto::photoId).map(id -> kind.equals(kindOf.get(id))).toList());
        }
        System.out.printf(Locale.ROOT, "average precision over %d kinds: plain %.4f, with prompts %.4f%n", all.size(),
                plain / all.size(), prompted / all.size());

        assertThat(prompted / all.size()).isGreaterThan(plain / all.size() + 0.005);
    }

    private static double averagePrecision(List<Boolean> right) {
        double sum = 0;
        int found = 0;
        for (int i = 0; i < right.size(); i++) {
            if (right.get(i)) {
                found++;
                sum += (double) found / (i + 1);
            }
        }
        return found == 0 ? 0 : sum / found;
    }
}
