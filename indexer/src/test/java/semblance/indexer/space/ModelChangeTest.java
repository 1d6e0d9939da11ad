package semblance.indexer.space;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.LibraryLocation;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Folder;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;
import semblance.indexer.pipeline.Stage;
import semblance.indexer.pipeline.StageObserver;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.SearchResult;
import semblance.indexer.search.Strictness;
import semblance.indexer.testing.CountingEncoder;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.Interference;
import semblance.indexer.testing.TestLibrary;
import semblance.indexer.testing.TwoModels;
import semblance.indexer.testing.WarmLabels;
import semblance.model.ModelLoadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// From one model to another and back: the old one answers until the new one has every photo.
class ModelChangeTest {
    private static final int PHOTOS = 20;
    private static final SearchOptions ALL = new SearchOptions(100, Strictness.NORMAL);

    @TempDir
    Path temporary;

    private TwoModels models;
    private TestLibrary library;

    @BeforeEach
    void indexWithTheFirst() throws IOException {
        models = new TwoModels();
        library = new TestLibrary(temporary, models.first());
        WarmLabels.into(library.location.cache(), models.second());
        for (int i = 0; i < PHOTOS; i++) {
            library.write(i + ".jpg", DrawnPhoto.jpeg(i));
        }
        try (PhotoLibrary open = open()) {
            TestLibrary.index(open, library.photos);
        }
        PhotoLibrary.choose(library.location, "second");
    }

    private PhotoLibrary open() {
        return open(StageObserver.NONE);
    }

    private PhotoLibrary open(StageObserver observer) {
        return PhotoLibrary.open(library.location, models, observer, Clock.systemUTC());
    }

    private static String inUse(PhotoLibrary open) {
        return open.models().inUse().id();
    }

    private static IndexingReport run(PhotoLibrary open) {
        return TestLibrary.await(open, open.folders().all());
    }

    private static int found(PhotoLibrary open) {
        SearchResult result = open.search().byText("a house", ALL);
        return result.hits().size();
    }

    @Test
    void theOldModelAnswersUntilTheNewOneHasEveryPhoto() {
        Set<String> answering = ConcurrentHashMap.newKeySet();
        PhotoLibrary[] opened = new PhotoLibrary[1];
        StageObserver searching = stage -> {
            if (stage == Stage.DECODE) {
                answering.add(inUse(opened[0]));
                assertThat(found(opened[0])).isEqualTo(PHOTOS);
            }
            return () -> {
            };
        };
        try (PhotoLibrary open = open(searching)) {
            opened[0] = open;
            assertThat(open.models().change()).hasValueSatisfying(change -> {
                assertThat(change.space()).isEqualTo(models.second().space());
                assertThat(change.lacking()).isEqualTo(PHOTOS);
            });

            IndexingReport report = run(open);

            assertThat(report.encoded()).isEqualTo(PHOTOS);
            assertThat(models.second().images).hasValue(PHOTOS);
            assertThat(answering).containsExactly(models.first().space().id());
            assertThat(inUse(open)).isEqualTo(models.second().space().id());
            assertThat(open.models().change()).isEmpty();
            assertThat(found(open)).isEqualTo(PHOTOS);
            assertThat(open.health(true)).allMatch(check -> check.ok());
        }
    }

    @Test
    void theFilesOfOnePhotoLackOneEmbeddingAlsoBeforeTheNewModelHasAny() throws IOException {
        TestLibrary pair = new TestLibrary(Files.createDirectory(temporary.resolve("pair")), models.first());
        pair.write("a.jpg", DrawnPhoto.jpeg(1));
        pair.write("a.dng", DrawnPhoto.raw(1));
        try (PhotoLibrary open = PhotoLibrary.open(pair.location, models, StageObserver.NONE, Clock.systemUTC())) {
            TestLibrary.index(open, pair.photos);
        }
        PhotoLibrary.choose(pair.location, "second");
        try (PhotoLibrary open = PhotoLibrary.open(pair.location, models, StageObserver.NONE, Clock.systemUTC())) {
            assertThat(open.models().change()).hasValueSatisfying(change -> assertThat(change.lacking()).isEqualTo(1));
        }
    }

    @Test
    void theWayBackIsInstant() {
        try (PhotoLibrary open = open()) {
            run(open);
        }
        PhotoLibrary.choose(library.location, "first");
        try (PhotoLibrary open = open()) {
            assertThat(inUse(open)).isEqualTo(models.first().space().id());
            assertThat(found(open)).isEqualTo(PHOTOS);
            assertThat(run(open).encoded()).isZero();
        }
        assertThat(models.first().images).hasValue(PHOTOS);
    }

    @Test
    void aReaderBesideTheChangeUsesTheOldModel() {
        try (PhotoLibrary reader = PhotoLibrary.openReadOnly(library.location, models)) {
            assertThat(inUse(reader)).isEqualTo(models.first().space().id());
            assertThat(found(reader)).isEqualTo(PHOTOS);
        }
        assertThat(PhotoLibrary.modelInUse(library.location, models)).isSameAs(models.first());
    }

    @Test
    void whatIsAddedMeanwhileIsFoundInBoth() throws IOException {
        library.write("new.jpg", DrawnPhoto.jpeg(100));
        try (PhotoLibrary open = open()) {
            run(open);
            assertThat(inUse(open)).isEqualTo(models.second().space().id());
            assertThat(found(open)).isEqualTo(PHOTOS + 1);
        }
        PhotoLibrary.choose(library.location, "first");
        try (PhotoLibrary open = open()) {
            assertThat(inUse(open)).isEqualTo(models.first().space().id());
            assertThat(found(open)).isEqualTo(PHOTOS + 1);
        }
    }

    @Test
    void aRunThatIsCancelledIsGoneOnWith() throws Exception {
        IndexingRun[] run = new IndexingRun[1];
        StageObserver cancelling = stage -> {
            if (stage == Stage.ENCODE && models.second().images.get() > 0) {
                run[0].cancel();
            }
            return () -> {
            };
        };
        try (PhotoLibrary open = open(cancelling)) {
            List<Folder> folders = open.folders().all();
            open.indexing().pause();
            run[0] = open.indexing().start(folders);
            open.indexing().resume();
            assertThat(run[0].result().get().cancelled()).isTrue();
            assertThat(inUse(open)).isEqualTo(models.first().space().id());
        }
        int before = models.second().images.get();
        try (PhotoLibrary open = open()) {
            run(open);
            assertThat(inUse(open)).isEqualTo(models.second().space().id());
            assertThat(open.health(true)).allMatch(check -> check.ok());
        }
        assertThat(before).isPositive();
        assertThat(models.second().images).as("nothing is encoded twice").hasValue(PHOTOS);
    }

    @Test
    void photosOnADriveThatIsAwayKeepTheOldModelInUse() throws IOException {
        Path away = library.photos.resolveSibling("away");
        Files.move(library.photos, away);
        try (PhotoLibrary open = open()) {
            run(open);
            assertThat(inUse(open)).isEqualTo(models.first().space().id());
            assertThat(found(open)).isEqualTo(PHOTOS);
            assertThat(open.models().change()).isPresent();
        }
        Files.move(away, library.photos);
        try (PhotoLibrary open = open()) {
            run(open);
            assertThat(inUse(open)).isEqualTo(models.second().space().id());
            assertThat(found(open)).isEqualTo(PHOTOS);
        }
    }

    @Test
    void aPhotoThatTheNewModelRefusesDoesNotHoldItUp() throws Exception {
        refuse(3);
        try (PhotoLibrary open = open()) {
            run(open);
            assertThat(inUse(open)).isEqualTo(models.second().space().id());
            assertThat(found(open)).isEqualTo(PHOTOS - 1);
            assertThat(run(open).encoded()).isZero();
        }
    }

    @Test
    void aChosenModelThatIsGoneIsNamed() {
        LibraryModels without = LibraryModels.only(new CountingEncoder());

        assertThatThrownBy(() -> PhotoLibrary.openReadOnly(library.location, without))
                .isInstanceOf(ModelLoadException.class).hasMessageContaining("second")
                .hasMessageContaining("models use");
    }

    @Test
    void aModelThatEncodesNothingDoesNotTakeOver() throws Exception {
        for (int i = 0; i < PHOTOS; i++) {
            refuse(i);
        }
        try (PhotoLibrary open = open()) {
            IndexingReport report = run(open);

            assertThat(inUse(open)).isEqualTo(models.first().space().id());
            assertThat(found(open)).isEqualTo(PHOTOS);
            assertThat(report.lacking()).isPositive();
        }
    }

    private void refuse(int number) throws Exception {
        var photo = new PhotoDecoder(DecodeLimits.DEFAULT).decode(DrawnPhoto.jpeg(number),
                2 * models.second().preprocessing().size(), 512);
        models.second().refuse(models.second().preprocessing().crop(photo.image()));
    }

    @Test
    void thePhotoThatTheNewModelRefusesIsFoundAgainWithTheOld() throws Exception {
        refuse(3);
        try (PhotoLibrary open = open()) {
            run(open);
            run(open);
            assertThat(open.health(true)).allMatch(check -> check.ok());
        }
        PhotoLibrary.choose(library.location, "first");
        try (PhotoLibrary open = open()) {
            assertThat(inUse(open)).isEqualTo(models.first().space().id());
            assertThat(found(open)).isEqualTo(PHOTOS);
        }
    }

    @Test
    void anEmptyLibraryUsesTheChosenModelAtOnce() {
        LibraryLocation empty = new LibraryLocation(temporary.resolve("empty"), temporary.resolve("empty-cache"));
        PhotoLibrary.open(empty, models, StageObserver.NONE, Clock.systemUTC()).close();
        PhotoLibrary.choose(empty, "second");

        try (PhotoLibrary open = PhotoLibrary.open(empty, models, StageObserver.NONE, Clock.systemUTC())) {
            assertThat(inUse(open)).isEqualTo(models.second().space().id());
        }
    }

    @Test
    void aFileThatCannotBeReadHoldsTheChangeUpAndIsCounted() throws IOException {
        Path unreadable = library.photos.resolve("3.jpg");
        Path elsewhere = temporary.resolve("3.jpg");
        Interference vanishing = new Interference().onEntering(Stage.INDEX_COMMIT, () -> {
            if (Files.exists(unreadable) && models.second().images.get() == 0) {
                move(unreadable, elsewhere);
            }
        });
        try (PhotoLibrary open = open(vanishing)) {
            IndexingReport report = run(open);

            assertThat(report.lacking()).isEqualTo(1);
            assertThat(inUse(open)).isEqualTo(models.first().space().id());
            assertThat(found(open)).isEqualTo(PHOTOS);
        }
        move(elsewhere, unreadable);
        try (PhotoLibrary open = open()) {
            assertThat(run(open).lacking()).isZero();
            assertThat(inUse(open)).isEqualTo(models.second().space().id());
        }
    }

    @Test
    void anOpenLibraryTakesAnotherModelAndGoesBackAtOnce() {
        PhotoLibrary.choose(library.location, "first");
        try (PhotoLibrary open = open()) {
            assertThat(open.models().use("second")).isFalse();
            assertThat(open.models().chosen()).contains("second");
            assertThat(inUse(open)).isEqualTo(models.first().space().id());
            assertThat(found(open)).isEqualTo(PHOTOS);

            assertThat(run(open).encoded()).isEqualTo(PHOTOS);
            assertThat(inUse(open)).isEqualTo(models.second().space().id());
            assertThat(found(open)).isEqualTo(PHOTOS);

            assertThat(open.models().use("first")).isTrue();
            assertThat(inUse(open)).isEqualTo(models.first().space().id());
            assertThat(open.models().change()).isEmpty();
            assertThat(found(open)).isEqualTo(PHOTOS);
            assertThat(open.models().use("second")).isTrue();
            assertThat(found(open)).isEqualTo(PHOTOS);
            assertThat(open.health(true)).allMatch(check -> check.ok());
        }
        try (PhotoLibrary open = open()) {
            assertThat(inUse(open)).isEqualTo(models.second().space().id());
            assertThat(run(open).encoded()).isZero();
        }
    }

    @Test
    void aChangeIsGivenUpByChoosingTheModelInUse() {
        try (PhotoLibrary open = open()) {
            assertThat(open.models().change()).isPresent();

            assertThat(open.models().use("first")).isTrue();

            assertThat(open.models().change()).isEmpty();
            assertThat(run(open).encoded()).isZero();
            assertThat(open.models().use("second")).isFalse();
            assertThat(run(open).encoded()).isEqualTo(PHOTOS);
            assertThat(inUse(open)).isEqualTo(models.second().space().id());
        }
    }

    @Test
    void whatIsNotInstalledIsNotChosen() {
        try (PhotoLibrary open = open()) {
            assertThatThrownBy(() -> open.models().use("third")).isInstanceOf(ModelLoadException.class)
                    .hasMessageContaining("third");
            assertThat(open.models().chosen()).contains("second");
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
