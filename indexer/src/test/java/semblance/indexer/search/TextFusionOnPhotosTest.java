package semblance.indexer.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.index.ScoredPhoto;
import semblance.indexer.query.QueryParser;
import semblance.indexer.testing.TestLibrary;
import semblance.model.testing.PhotosTest;

import static org.assertj.core.api.Assertions.assertThat;

/// What the fusion with texts does to searches among real photos that lie in made folders: the figures of decision 0019. The
/// captioned photos are filed by chance, under names of people and places, so that only the text can know, or under common words
/// that say nothing of what they show.
@PhotosTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the photos are indexed once
@SuppressWarnings("SystemOut") // the figures are the record
class TextFusionOnPhotosTest {
    private static final List<String> NAMES = List.of("Anna", "Rome 2019", "Grandpa Karl", "Düsseldorf", "北京 2018",
            "Emma's birthday", "NorwayTrip", "Wedding Clara and Tom");
    private static final List<String> ASKED = List.of("anna", "rome", "karl", "dusseldorf", "北京", "emma", "norway",
            "clara");
    private static final List<String> MISLEADING = List.of("Dog", "Beach", "Running", "Man in red", "Water", "Kids",
            "x", "x", "x", "x", "x", "x");
    private static final List<String> THINGS = List.of("ball", "beach", "bicycle", "child", "dog", "man", "snow",
            "street", "water", "woman");
    private static final SearchOptions TEN = new SearchOptions(10, Strictness.LOOSE);

    private final Map<String, Path> captions = new TreeMap<>();
    private final Map<Path, Path> names = new HashMap<>();
    private final Map<Path, Path> places = new HashMap<>();
    private CaptionedPhotos captioned;
    private TestLibrary library;
    private PhotoLibrary open;

    @BeforeAll
    void index(@TempDir Path temporary) throws IOException {
        captioned = CaptionedPhotos.read();
        library = new TestLibrary(temporary);
        for (var photo : captioned.captions().entrySet()) {
            Path name = Path.of("IMG_" + (1000 + captions.size()) + ".jpg");
            Files.copy(photo.getKey(), library.photos.resolve(name));
            names.put(photo.getKey(), name);
            captions.put(photo.getValue().getFirst(), name);
        }
        open = library.open();
        TestLibrary.index(open, library.photos);
    }

    @AfterAll
    void close() {
        open.close();
    }

    /// Moves each photo into one of some folders, by chance, and lets the library find out.
    private void file(List<String> folders) throws IOException {
        Random random = new Random(19);
        try (Stream<Path> files = Files.walk(library.photos)) {
            for (Path file : files.filter(Files::isRegularFile).sorted(Comparator.comparing(Path::getFileName))
                    .toList()) {
                Path folder = library.photos.resolve(folders.get(random.nextInt(folders.size())));
                places.put(file.getFileName(), Files.move(file,
                        Files.createDirectories(folder).resolve(file.getFileName())));
            }
        }
        TestLibrary.index(open, library.photos);
    }

    /// Shares of captions whose own photo is among the first of the answer.
    private record Recall(double first, double ofTen) {
    }

    private Recall recall(String what, Function<String, List<Long>> search) throws IOException {
        double first = 0;
        double ofTen = 0;
        for (var caption : captions.entrySet()) {
            Path file = Objects.requireNonNull(places.get(caption.getValue()));
            long own = open.search().photoAt(file.toRealPath()).orElseThrow();
            int index = search.apply(caption.getKey()).indexOf(own);
            first += index == 0 ? 1 : 0;
            ofTen += index >= 0 ? 1 : 0;
        }
        Recall recall = new Recall(first / captions.size(), ofTen / captions.size());
        System.out.printf(Locale.ROOT, "%-42s R@1 %.3f, R@10 %.3f%n", what, recall.first(), recall.ofTen());
        return recall;
    }

    private List<Long> fused(String caption) {
        return open.search().byText(caption, TEN).hits().stream().map(Hit::photoId).toList();
    }

    private List<Long> shown(String caption) {
        return open.search().nearest(open.search().embed(caption), TEN.top()).stream().map(ScoredPhoto::photoId)
                .toList();
    }

    private double precision(String query, Predicate<Hit> right) {
        try {
            List<Hit> hits = open.search().find(QueryParser.parse(query), TEN).hits();
            return hits.stream().filter(right).count() / (double) TEN.top();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean shows(String thing, Hit hit) {
        return captioned.showing(thing).stream().map(names::get).anyMatch(hit.path()::endsWith);
    }

    @Test
    void namesAreFoundAndDescriptionsAreNotHarmed() throws IOException {
        file(NAMES);
        Recall shown = recall("captions, by what photos show", this::shown);
        Recall fused = recall("captions, folders with names", this::fused);
        double name = 0;
        double both = 0;
        double sentence = 0;
        for (int i = 0; i < NAMES.size(); i++) {
            String folder = "/" + NAMES.get(i) + "/";
            name += precision(ASKED.get(i), hit -> hit.path().toString().contains(folder)) / NAMES.size();
            for (String thing : THINGS) {
                Predicate<Hit> right = hit -> hit.path().toString().contains(folder) && shows(thing, hit);
                double share = 1.0 / NAMES.size() / THINGS.size();
                both += share * precision(ASKED.get(i) + " " + thing, right);
                sentence += share * precision("a " + thing + " with " + ASKED.get(i) + " in the afternoon", right);
            }
        }
        System.out.printf(Locale.ROOT, "of ten: a name %.3f, a name and a thing %.3f, in a sentence %.3f%n", name, both,
                sentence);

        assertThat(fused).isEqualTo(shown);
        assertThat(name).isGreaterThan(0.95);
        assertThat(both).as("0.08 by what photos show").isGreaterThan(0.3);
        assertThat(sentence).as("0.09 by what photos show").isGreaterThan(0.2);
    }

    @Test
    void foldersWithMisleadingNamesDoLittleHarmToDescriptions() throws IOException {
        file(MISLEADING);
        Recall shown = recall("captions, by what photos show", this::shown);
        Recall fused = recall("captions, folders with misleading names", this::fused);

        assertThat(fused.ofTen()).isGreaterThan(shown.ofTen() - 0.02);
        assertThat(fused.first()).isGreaterThan(shown.first() - 0.02);
    }
}
