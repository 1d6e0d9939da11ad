package semblance.indexer.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.testing.TestLibrary;
import semblance.model.testing.PhotosTest;
import semblance.model.testing.SharedFolder;

/// What the fusion with texts does to searches among real photos that lie in made folders: the figures of decision 0019.
/// The captioned photos are filed at random under names of people and places, so that only the text can know, and some under
/// common words that say nothing of what they show.
@PhotosTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the photos are indexed once
@SuppressWarnings("SystemOut") // the figures are the record
class TextFusionOnPhotosTest {
    private static final List<String> NAMES = List.of("Anna", "Rome 2019", "Grandpa Karl", "Düsseldorf", "北京 2018",
            "Emma's birthday", "NorwayTrip", "Wedding Clara and Tom");
    private static final List<String> ASKED = List.of("anna", "rome", "karl", "dusseldorf", "北京", "emma", "norway",
            "clara");
    private static final List<String> COMMON = List.of("Dog", "Beach", "Running", "Man in red", "Water", "Kids", "x", "x", "x", "x", "x", "x");
    private static final List<String> THINGS = List.of("dog dogs puppy", "child boy girl kid children boys girls kids",
            "man men guy", "woman women lady", "snow snowy", "beach", "water river lake ocean sea pool", "ball",
            "bicycle bike bicyclist biker", "street sidewalk road");
    private static final int CAPTIONS = 1000;

    private final Map<String, Set<Path>> showing = new TreeMap<>();
    private final Map<String, Path> captions = new TreeMap<>();
    private TestLibrary library;
    private PhotoLibrary open;

    @BeforeAll
    void index(@TempDir Path temporary) throws IOException {
        Path photos = SharedFolder.require().resolve("photos").toRealPath();
        library = new TestLibrary(temporary);
        Map<String, List<String>> said = new TreeMap<>();
        for (String line : Files.readAllLines(photos.resolve("flickr8k-test.tsv"))) {
            String[] columns = line.split("\t", 2);
            said.computeIfAbsent(columns[0], _ -> new ArrayList<>()).add(columns[1]);
        }
        for (String file : said.keySet()) {
            Path name = Path.of("IMG_" + (1000 + captions.size()) + ".jpg");
            Files.copy(photos.resolve("flickr8k-test/" + file), library.photos.resolve(name));
            captions.put(said.get(file).getFirst(), name);
            Set<String> words = said.get(file).stream()
                    .flatMap(line -> Stream.of(line.toLowerCase(Locale.ROOT).split("[^a-z]+")))
                    .collect(Collectors.toSet());
            THINGS.stream().filter(thing -> Stream.of(thing.split(" ")).anyMatch(words::contains))
                    .forEach(thing -> showing.computeIfAbsent(thing.replaceFirst(" .*", ""), _ -> new TreeSet<>())
                            .add(name));
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
            for (Path file : files.filter(Files::isRegularFile).sorted(Comparator.comparing(Path::getFileName)).toList()) {
                Path folder = library.photos.resolve(folders.get(random.nextInt(folders.size())));
                Files.move(file, Files.createDirectories(folder).resolve(file.getFileName()));
            }
        }
        TestLibrary.index(open, library.photos);
    }

    @Test
    void measure() throws IOException {
        for (List<String> folders : List.of(List.<String>of(), NAMES, COMMON)) {
            if (!folders.isEmpty()) {
                file(folders);
            }
            System.out.println("== " + folders);
            for (String way : List.of("none", "one", "2c", "c", "c2")) {
                System.setProperty("fusion", way);
                System.out.print(way + " ");
                recall("captions");
                things("things");
                if (folders.equals(NAMES)) {
                    names();
                }
            }
        }
    }

    private void recall(String what) {
        int[] within = new int[3];
        int asked = 0;
        for (var caption : captions.entrySet()) {
            if (asked++ >= CAPTIONS) {
                break;
            }
            List<Hit> hits = open.search().byText(caption.getKey(), new SearchOptions(10, Strictness.LOOSE)).hits();
            for (Hit hit : hits) {
                if (hit.path().endsWith(caption.getValue())) {
                    within[0] += hit.rank() <= 1 ? 1 : 0;
                    within[1] += hit.rank() <= 5 ? 1 : 0;
                    within[2] += 1;
                }
            }
        }
        System.out.printf(Locale.ROOT, "%-30s R@1 %.3f R@5 %.3f R@10 %.3f%n", what, within[0] / 1e3, within[1] / 1e3,
                within[2] / 1e3);
    }

    private void names() {
        double alone = 0;
        double both = 0;
        double place = 0;
        int pairs = 0;
        for (int i = 0; i < NAMES.size(); i++) {
            String folder = NAMES.get(i);
            alone += precision(ASKED.get(i), hit -> hit.path().toString().contains("/" + folder + "/"));
            for (String thing : showing.keySet()) {
                both += precision(ASKED.get(i) + " " + thing, hit -> hit.path().toString().contains("/" + folder + "/")
                        && showing(thing, hit));
                place += precision("a " + thing + " with " + ASKED.get(i) + " in the afternoon",
                        hit -> hit.path().toString().contains("/" + folder + "/") && showing(thing, hit));
                pairs++;
            }
        }
        System.out.printf(Locale.ROOT, "name alone P@10 %.3f, name + thing %.3f, in a sentence %.3f%n",
                alone / NAMES.size(), both / pairs, place / pairs);
    }

    private boolean showing(String thing, Hit hit) {
        return Objects.requireNonNull(showing.get(thing)).stream().anyMatch(hit.path()::endsWith);
    }

    private void things(String what) {
        double sum = 0;
        for (String thing : showing.keySet()) {
            List<Hit> hits = open.search().byText(thing, new SearchOptions(10, Strictness.LOOSE)).hits();
            sum += hits.stream().filter(hit -> showing(thing, hit)).count() / 10.0;
        }
        System.out.printf(Locale.ROOT, "%-30s P@10 %.3f%n", what, sum / showing.size());
    }

    private double precision(String query, Predicate<Hit> right) {
        List<Hit> hits = open.search().byText(query, new SearchOptions(10, Strictness.LOOSE)).hits();
        return hits.stream().filter(right).count() / 10.0;
    }
}
