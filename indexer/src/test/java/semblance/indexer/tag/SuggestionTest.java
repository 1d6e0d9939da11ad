package semblance.indexer.tag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import semblance.indexer.Tagging;
import semblance.indexer.catalog.SuggestedTag;
import semblance.indexer.tag.FileTags.Failed;
import semblance.indexer.tag.FileTags.Tagged;
import semblance.indexer.testing.DrawnScene;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;

/// Tags for files that are in no library.
class SuggestionTest {
    private static final List<DrawnScene> SCENES = List.of(DrawnScene.SUNSET, DrawnScene.DESERT, DrawnScene.DAISY,
            DrawnScene.STOP);

    @TempDir
    Path temporary;

    private TestLibrary library;

    @BeforeEach
    void makeFolder() {
        library = new TestLibrary(temporary);
    }

    @AfterEach
    void noLibraryWasMade() {
        assertThat(library.location.data()).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void aPictureIsTaggedWithWhatItShows(DrawnScene scene) throws IOException, LabelsException {
        Path file = library.write("drawn.png", scene.png());

        List<FileTags> results = tag(Vocabulary.everyday(), 5, file);

        assertThat(results).singleElement().isInstanceOfSatisfying(Tagged.class, tagged -> {
            assertThat(tagged.path()).isEqualTo(file);
            assertThat(tagged.tags().getFirst().tag()).isEqualTo(scene.label);
            assertThat(tagged.tags()).allSatisfy(tag -> assertThat(tag.certainty()).isBetween(0.4, 1.0));
        });
    }

    @Test
    void aPictureOfNothingHasNoTag() throws IOException, LabelsException {
        Path file = library.write("grey.png", DrawnScene.NOTHING.png());

        assertThat(tag(Vocabulary.everyday(), 5, file)).containsExactly(new Tagged(file, List.of()));
    }

    @Test
    void aUsersWordThatThePictureDoesNotShowIsNotSuggestedHoweverFewThereAre() throws IOException, LabelsException {
        Path file = library.write("sunset.png", DrawnScene.SUNSET.png());

        assertThat(tag(vocabulary("bicycle\ncat"), 5, file)).containsExactly(new Tagged(file, List.of()));
    }

    @Test
    void aUsersWordStandsInForTheEverydayOneThatMeansTheSame() throws IOException, LabelsException {
        Path file = library.write("sunset.png", DrawnScene.SUNSET.png());

        assertThat(tagsOf(tag(vocabulary("evening glow\tsunset\nbicycle"), 5, file))).extracting(SuggestedTag::tag)
                .containsExactly("evening glow");
    }

    @Test
    void noMoreTagsAreGivenThanAskedForAndTheMostCertainFirst() throws IOException, LabelsException {
        Path file = library.write("sunset.png", DrawnScene.SUNSET.png());
        Vocabulary words = vocabulary("dusk\tsunset\nsundown\tsunset\nbicycle");

        List<SuggestedTag> all = tagsOf(tag(words, 5, file));
        List<SuggestedTag> one = tagsOf(tag(words, 1, file));

        assertThat(all).hasSizeGreaterThan(1)
                .isSortedAccordingTo((a, b) -> Double.compare(b.certainty(), a.certainty()));
        assertThat(one).containsExactly(all.getFirst());
    }

    @Test
    void whatIsNoPictureFailsIfNamedAndIsPassedOverInAFolder() throws IOException, LabelsException {
        Path text = library.write("notes.txt", "words".getBytes(StandardCharsets.UTF_8));
        Path broken = library.write("broken.png", Arrays.copyOf(DrawnScene.STOP.png(), 60));
        Path sunset = library.write("sub/sunset.png", DrawnScene.SUNSET.png());
        Path missing = library.photos.resolve("missing.jpg");

        List<FileTags> results = tag(Vocabulary.everyday(), 5, text, library.photos, missing);

        assertThat(results).extracting(FileTags::path).containsExactlyInAnyOrder(text, broken, sunset, missing);
        assertThat(results).filteredOn(Tagged.class::isInstance).extracting(FileTags::path).containsExactly(sunset);
        assertThat(results).filteredOn(Failed.class::isInstance).extracting(result -> ((Failed) result).reason())
                .allSatisfy(reason -> assertThat(reason).matches("[A-Z].*\\."));
    }

    @Test
    void manyFilesComeInTheirOrderWhateverFailsBetweenThem() throws IOException, LabelsException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            DrawnScene scene = SCENES.get(i % SCENES.size());
            files.add(i % 7 == 3
                    ? library.write(i + ".png", new byte[]{1, 2, 3})
                    : library.write(i + ".png", scene.png()));
        }

        List<FileTags> results = tag(Vocabulary.everyday(), 1, files.toArray(Path[]::new));

        assertThat(results).extracting(FileTags::path).isEqualTo(files);
        for (int i = 0; i < files.size(); i++) {
            if (i % 7 != 3) {
                assertThat(tagsOf(List.of(results.get(i)))).extracting(SuggestedTag::tag)
                        .containsExactly(SCENES.get(i % SCENES.size()).label);
            } else {
                assertThat(results.get(i)).isInstanceOf(Failed.class);
            }
        }
    }

    @Test
    void aCancelledCallEndsWithWhatHasBegun() throws IOException, LabelsException {
        for (int i = 0; i < 10; i++) {
            library.write(i + "/drawn.png", DrawnScene.DAISY.png());
        }
        List<FileTags> results = new ArrayList<>();

        try (Tagging tagging = Tagging.open(library.location, library.encoder, Vocabulary.everyday())) {
            tagging.tag(List.of(library.photos), 1, results::add, () -> true);
        }

        assertThat(results).isEmpty();
    }

    private List<FileTags> tag(Vocabulary vocabulary, int most, Path... files) {
        List<FileTags> results = new ArrayList<>();
        try (Tagging tagging = Tagging.open(library.location, library.encoder, vocabulary)) {
            tagging.tag(List.of(files), most, results::add, () -> false);
        }
        return results;
    }

    private Vocabulary vocabulary(String labels) throws IOException, LabelsException {
        return Vocabulary.read(Files.writeString(temporary.resolve("labels.txt"), labels));
    }

    private static List<SuggestedTag> tagsOf(List<FileTags> results) {
        assertThat(results).singleElement().isInstanceOf(Tagged.class);
        return ((Tagged) results.getFirst()).tags();
    }
}
