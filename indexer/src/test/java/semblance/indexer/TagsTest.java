package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.PhotoTag;
import semblance.indexer.catalog.TagState;
import semblance.indexer.catalog.TaggedPhoto;
import semblance.indexer.concurrent.SingleThread;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.search.Hit;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.Strictness;
import semblance.indexer.tag.FileTags.Tagged;
import semblance.indexer.tag.LabelsException;
import semblance.indexer.tag.LibraryTagging;
import semblance.indexer.tag.SuggesterSource;
import semblance.indexer.tag.Vocabulary;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.DrawnScene;
import semblance.indexer.testing.TestLibrary;
import semblance.model.TextEncoder;
import semblance.model.zeroshot.LabelCache;

import static org.assertj.core.api.Assertions.assertThat;

/// Tags of a library's photos, from run to run.
class TagsTest {
    private static final SearchOptions SEARCH = new SearchOptions(10, Strictness.NORMAL);

    @TempDir
    Path temporary;

    private TestLibrary library;

    @BeforeEach
    void writePhotos() throws IOException, LabelsException {
        library = new TestLibrary(temporary);
        library.write("sunset.png", DrawnScene.SUNSET.png());
        library.write("desert.png", DrawnScene.DESERT.png());
        library.write("grey.png", DrawnScene.NOTHING.png());
    }

    @Test
    void photosHaveTheirSuggestionsWhenTheRunIsOver() {
        library.index();

        assertThat(tags("sunset.png")).containsEntry("sunset", TagState.SUGGESTED);
        assertThat(tags("desert.png")).containsEntry("desert", TagState.SUGGESTED);
        assertThat(tags("grey.png")).isEmpty();
    }

    @Test
    void theSuggestionsOfAPhotoAreThoseOfItsFile() {
        library.index();

        try (PhotoLibrary open = library.open()) {
            Tagged file = (Tagged) open.tags().suggest(library.photos.resolve("sunset.png"));
            assertThat(open.tags().ofPhoto(id("sunset.png"))).hasSameSizeAs(file.tags()).allSatisfy(
                    tag -> assertThat(file.tags()).anySatisfy(suggested -> {
                        assertThat(suggested.tag()).isEqualTo(tag.tag());
                        assertThat(suggested.certainty()).isCloseTo(tag.certainty().orElseThrow(),
                                Offset.offset(1e-3));
                    }));
        }
    }

    @Test
    void aPictureInMemoryIsTaggedToo() throws DecodeException {
        try (PhotoLibrary open = library.open()) {
            assertThat(open.tags().suggest(DrawnScene.STOP.png())).first()
                    .satisfies(tag -> assertThat(tag.tag()).isEqualTo("sign"));
        }
    }

    @Test
    void whatTheUserDecidedStandsAfterTheNextRun() throws IOException, LabelsException {
        library.index();
        try (PhotoLibrary open = library.open()) {
            open.tags().reject(id("sunset.png"), "sunset");
            open.tags().confirm(id("desert.png"), "desert");
            open.tags().add(id("grey.png"), "Fog in November");
        }
        library.write("stop.png", DrawnScene.STOP.png());
        library.index();
        suggestAgainWith("sunset\ndesert\n");

        assertThat(tags("sunset.png")).doesNotContainKey("sunset");
        assertThat(tags("desert.png")).containsEntry("desert", TagState.CONFIRMED);
        assertThat(tags("grey.png")).containsOnlyKeys("Fog in November");
    }

    @Test
    void aChangedPictureGetsOtherSuggestionsAndKeepsWhatTheUserSaid() throws IOException, LabelsException {
        library.index();
        try (PhotoLibrary open = library.open()) {
            open.tags().add(id("sunset.png"), "mine");
        }
        library.write("sunset.png", DrawnScene.STOP.png());
        library.index();

        assertThat(tags("sunset.png")).containsEntry("mine", TagState.CONFIRMED)
                .containsEntry("sign", TagState.SUGGESTED).doesNotContainKey("sunset");
    }

    @Test
    void aMovedPhotoKeepsItsTags() throws IOException, LabelsException {
        library.index();
        try (PhotoLibrary open = library.open()) {
            open.tags().add(id("grey.png"), "mine");
        }
        Files.createDirectories(library.photos.resolve("sub"));
        Files.move(library.photos.resolve("grey.png"), library.photos.resolve("sub/renamed.png"));
        library.index();

        assertThat(tags("sub/renamed.png")).containsEntry("mine", TagState.CONFIRMED);
    }

    @Test
    void anotherVocabularyScoresAllPhotosAgainWithoutEncodingAny() throws IOException, LabelsException {
        library.index();
        library.encoder.images.set(0);

        suggestAgainWith("evening glow\tsunset\ndesert\n");

        assertThat(library.encoder.images).hasValue(0);
        assertThat(tags("sunset.png")).containsOnlyKeys("evening glow");
        assertThat(tags("desert.png")).containsOnlyKeys("desert");
    }

    @Test
    void aRunThatFindsNothingNewSuggestsNothingAnew() {
        library.index();
        long before = revision();
        library.index();

        assertThat(revision()).isEqualTo(before);
    }

    @Test
    void photosAreListedByTagConfirmedOnesFirst() throws IOException, LabelsException {
        library.write("other.png", DrawnScene.DESERT.png());
        library.index();
        try (PhotoLibrary open = library.open()) {
            open.tags().add(id("grey.png"), "Desert");

            List<TaggedPhoto> photos = open.tags().photosWith("desert");

            assertThat(photos).extracting(photo -> photo.path().getFileName().toString())
                    .startsWith("grey.png").contains("desert.png", "other.png").doesNotHaveDuplicates();
            assertThat(open.tags().all()).anySatisfy(count -> {
                assertThat(count.tag()).isEqualTo("desert");
                assertThat(count.confirmed()).isEqualTo(1);
                assertThat(count.suggested()).isGreaterThanOrEqualTo(2);
            });
        }
    }

    @Test
    void aSearchForATagBeginsWithThePhotosForWhichItIsConfirmed() throws IOException, LabelsException {
        for (int i = 0; i < 40; i++) {
            library.write(i + ".jpg", DrawnPhoto.jpeg(i));
        }
        library.index();
        try (PhotoLibrary open = library.open()) {
            List<Hit> before = open.search().byText("sunset", SEARCH).hits();
            open.tags().add(id("7.jpg"), "Sunset");

            List<Hit> hits = open.search().byText(" sunset ", SEARCH).hits();
            List<Hit> sentence = open.search().byText("a sunset", SEARCH).hits();

            assertThat(before.getFirst().photoId()).isEqualTo(id("sunset.png"));
            assertThat(hits).hasSize(10).extracting(Hit::photoId).startsWith(id("7.jpg"), id("sunset.png"))
                    .doesNotHaveDuplicates();
            assertThat(hits).extracting(Hit::rank).isSorted().startsWith(1, 2, 3);
            assertThat(hits.getFirst().relevant()).isTrue();
            assertThat(hits.getFirst().score()).isLessThan(hits.get(1).score());
            assertThat(sentence.getFirst().photoId()).isEqualTo(id("sunset.png"));
        }
    }

    /// As a program with another vocabulary would.
    private void suggestAgainWith(String labels) throws IOException, LabelsException {
        Vocabulary vocabulary = Vocabulary.read(Files.writeString(temporary.resolve("labels.txt"), labels));
        try (SingleThread writing = new SingleThread("write");
                Catalog catalog = Catalog.openForWriting(library.location.catalog(), writing);
                TextEncoder texts = library.encoder.openTextEncoder()) {
            SuggesterSource source = new SuggesterSource(library.encoder, vocabulary, texts::encode,
                    new LabelCache(library.location.labels()));
            new LibraryTagging(catalog, () -> source).follow(() -> false);
        }
    }

    private long revision() {
        try (Catalog catalog = Catalog.openForReading(library.location.catalog())) {
            return catalog.read(session -> session.log().revision());
        }
    }

    private long id(String file) {
        return Objects.requireNonNull(library.ids().get(file), file);
    }

    private Map<String, TagState> tags(String file) {
        try (PhotoLibrary open = PhotoLibrary.openReadOnly(library.location, library.encoder)) {
            return open.tags().ofPhoto(id(file)).stream().collect(Collectors.toMap(PhotoTag::tag, PhotoTag::state));
        }
    }
}
