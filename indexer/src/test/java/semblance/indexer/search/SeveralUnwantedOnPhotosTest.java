package semblance.indexer.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Catalog;
import semblance.indexer.query.QueryParser;
import semblance.indexer.testing.TestLibrary;
import semblance.model.testing.PhotosTest;
import semblance.model.zeroshot.PromptEnsemble;

import static org.assertj.core.api.Assertions.assertThat;

/// How several things that are not wanted are best taken away from one that is: the figures of decision 0014.
@PhotosTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the photos are indexed once
@SuppressWarnings("SystemOut") // the figures are the record
class SeveralUnwantedOnPhotosTest {
    private static final int TEN = 10;
    /// Fewest photos that show both the wanted thing and one that is not, and that show the wanted one alone.
    private static final int FEWEST = 10;
    private static final int QUERIES = 200;
    private static final long SEED = 24;
    private static final double CONTRAST = Composition.CONTRAST;

    private final Map<Path, float[]> photos = new LinkedHashMap<>();
    private final Map<String, float[]> words = new HashMap<>();
    private CaptionedPhotos captioned;
    private PhotoLibrary open;

    /// One thing wanted, others not.
    private record Asked(String wanted, List<String> unwanted) {
        String query() {
            return wanted + unwanted.stream().map(other -> " -" + other).collect(Collectors.joining());
        }
    }

    /// The ten best photos for a query.
    private interface Way extends Function<Asked, List<Path>> {
    }

    @BeforeAll
    void index(@TempDir Path temporary) throws IOException {
        captioned = CaptionedPhotos.read();
        TestLibrary library = new TestLibrary(temporary);
        open = library.open();
        TestLibrary.index(open, captioned.directory());
        PromptEnsemble prompts = new PromptEnsemble(library.encoder.labelTemplates());
        captioned.things().forEach(thing -> words.put(thing, prompts.embed(thing, open.search()::embed).toArray()));
        try (Catalog catalog = Catalog.openForReading(library.location.catalog());
                Stream<Path> files = Files.list(captioned.directory())) {
            files.sorted().forEach(file -> open.search().photoAt(file)
                    .ifPresent(id -> photos.put(file, catalog.read(session -> session.embeddings().ofPhoto(id,
                            session.embeddings().knownSpace(library.encoder.space()).orElseThrow()).orElseThrow()))));
        }
    }

    @AfterAll
    void close() {
        open.close();
    }

    /// Queries by chance, the same ones every time: enough photos show the wanted thing with each of the others, and alone.
    private List<Asked> queries(int unwanted) {
        List<Asked> all = new ArrayList<>();
        for (String wanted : captioned.things()) {
            Set<Path> with = captioned.showing(wanted);
            List<String> others = captioned.things().stream().filter(other -> !other.equals(wanted)
                    && with.stream().filter(captioned.showing(other)::contains).count() >= FEWEST).toList();
            combinations(others, unwanted, 0, new ArrayList<>(), combination -> {
                if (with.stream().filter(photo -> !showsAny(photo, combination)).count() >= FEWEST) {
                    all.add(new Asked(wanted, combination));
                }
            });
        }
        Collections.shuffle(all, new Random(SEED));
        return all.subList(0, Math.min(QUERIES, all.size()));
    }

    private static void combinations(List<String> from, int size, int start, List<String> chosen,
            Consumer<List<String>> each) {
        if (chosen.size() == size) {
            each.accept(List.copyOf(chosen));
            return;
        }
        for (int i = start; i < from.size(); i++) {
            chosen.add(from.get(i));
            combinations(from, size, i + 1, chosen, each);
            chosen.removeLast();
        }
    }

    private boolean showsAny(Path photo, List<String> things) {
        return things.stream().anyMatch(thing -> captioned.showing(thing).contains(photo));
    }

    /// Shares of the ten best that show the wanted thing, one of the others, and the wanted one alone.
    private double measure(String what, List<Asked> queries, Way way) {
        double wanted = 0;
        double unwanted = 0;
        double right = 0;
        for (Asked asked : queries) {
            for (Path photo : way.apply(asked)) {
                boolean shows = captioned.showing(asked.wanted()).contains(photo);
                boolean shouldNot = showsAny(photo, asked.unwanted());
                wanted += shows ? 1 : 0;
                unwanted += shouldNot ? 1 : 0;
                right += shows && !shouldNot ? 1 : 0;
            }
        }
        double all = queries.size() * (double) TEN;
        System.out.printf(Locale.ROOT, "%-44s of ten show A %.3f, any B %.3f, A without B %.3f (%d queries)%n", what,
                wanted / all, unwanted / all, right / all, queries.size());
        return right / all;
    }

    private List<Path> search(Asked asked) {
        try {
            return open.search().find(QueryParser.parse(asked.query()), new SearchOptions(TEN, Strictness.LOOSE)).hits()
                    .stream().map(Hit::path).toList();
        } catch (IOException e) {
            throw new AssertionError(asked.query(), e);
        }
    }

    private List<Path> best(Function<float[], Double> score) {
        record Scored(Path photo, double score) {
        }
        return photos.entrySet().stream()
                .map(photo -> new Scored(photo.getKey(), score.apply(photo.getValue())))
                .sorted(Comparator.comparingDouble(photo -> -photo.score())).limit(TEN).map(Scored::photo).toList();
    }

    /// A point, made of the wanted thing and what sets each of the others apart from it.
    private Way point(BiFunction<float[], List<float[]>, float[]> compose) {
        return asked -> {
            float[] base = word(asked.wanted());
            float[] point = compose.apply(base, apart(asked, base));
            return best(photo -> dot(point, photo));
        };
    }

    private List<float[]> apart(Asked asked, float[] base) {
        return asked.unwanted().stream().map(thing -> plus(word(thing), base, -dot(word(thing), base))).toList();
    }

    private float[] word(String thing) {
        return Objects.requireNonNull(words.get(thing), thing);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    private static float[] plus(float[] one, float[] other, double factor) {
        float[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (factor * other[i]);
        }
        return sum;
    }

    private static float[] sum(List<float[]> parts) {
        return parts.stream().reduce((one, other) -> plus(one, other, 1)).orElseThrow();
    }

    private static double norm(float[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static double longest(List<float[]> parts) {
        return parts.stream().mapToDouble(SeveralUnwantedOnPhotosTest::norm).max().orElseThrow();
    }

    private static float[] limited(float[] base, List<float[]> apart, double length) {
        float[] sum = sum(apart);
        return plus(base, sum, -Math.min(CONTRAST, length / norm(sum)));
    }

    /// The wanted thing without all that lies in the space of the others.
    private static float[] projected(float[] base, List<float[]> others) {
        List<float[]> axes = new ArrayList<>();
        for (float[] other : others) {
            float[] axis = other;
            for (float[] known : axes) {
                axis = plus(axis, known, -dot(axis, known));
            }
            axes.add(plus(new float[axis.length], axis, 1 / norm(axis)));
        }
        float[] rest = base;
        for (float[] axis : axes) {
            rest = plus(rest, axis, -dot(base, axis));
        }
        return rest;
    }

    @Test
    void severalThingsThatAreNotWantedLeaveTheOneThatIs() {
        for (int unwanted = 1; unwanted <= 4; unwanted++) {
            List<Asked> queries = queries(unwanted);
            System.out.println("Not wanted: " + unwanted);
            double alone = measure("A alone", queries, point((base, _) -> base));
            double sum = measure("the sum of what sets each apart", queries,
                    point((base, apart) -> plus(base, sum(apart), -CONTRAST)));
            int n = unwanted;
            measure("their mean", queries, point((base, apart) -> plus(base, sum(apart), -CONTRAST / n)));
            measure("the sum, at most 0.6 long", queries, point((base, apart) -> limited(base, apart, 0.6)));
            measure("the sum, as long as the longest", queries,
                    point((base, apart) -> limited(base, apart, CONTRAST * longest(apart))));
            measure("A less its share of their space", queries, asked -> {
                float[] point = projected(word(asked.wanted()), asked.unwanted().stream().map(this::word).toList());
                return best(photo -> dot(point, photo));
            });
            measure("the greatest of the scores", queries, asked -> {
                float[] base = word(asked.wanted());
                List<float[]> apart = apart(asked, base);
                return best(photo -> dot(base, photo)
                        - CONTRAST * apart.stream().mapToDouble(part -> dot(part, photo)).max().orElseThrow());
            });
            double search = measure("the search", queries, this::search);

            assertThat(search).isGreaterThan(alone + 0.05);
            assertThat(search).isGreaterThanOrEqualTo(sum);
            if (unwanted > 2) {
                assertThat(search).isGreaterThan(sum + 0.02);
            }
        }
    }
}
