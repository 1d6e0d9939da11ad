package semblance.app.models;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.model.card.BuiltInCards;
import semblance.model.card.ModelFile;
import semblance.model.store.ModelStore;
import semblance.model.store.download.Disk;
import semblance.model.store.download.FileDownloader;

import static org.assertj.core.api.Assertions.assertThat;

/// What is offered to whom, with the cards of the program.
class OffersTest {
    private static final String SIGLIP_2 = "siglip2-base-patch16-224-fp16";
    private static final String CLIP = "clip-vit-base-patch32";
    private static final String TEXTS = "clip-vit-b-32-multilingual-v1";

    @TempDir
    Path directory;

    private ModelShelf shelf;
    private LanguageHints hints;

    @BeforeEach
    void open() {
        shelf = new ModelShelf(new ModelStore(directory, new BuiltInCards()),
                new FileDownloader(Map.of(), Disk.REAL, Clock.systemUTC(), Thread::sleep));
        hints = new LanguageHints(shelf);
    }

    @Test
    void aQueryThatTheStarterCannotReadOffersTheModelForManyLanguages() {
        LanguageHint hint = hints.of("海边的狗", Optional.empty()).orElseThrow();

        assertThat(hint.writing()).isEqualTo("Chinese characters");
        assertThat(hint.inUse()).isEqualTo("Semblance starter");
        assertThat(hint.offer().orElseThrow().model().id()).isEqualTo(SIGLIP_2);
        assertThat(hint.offer().orElseThrow().reason()).contains("once the photos are encoded");
    }

    @Test
    void withClipItOffersTextsThatNeedNoNewEmbeddings() throws IOException {
        install(CLIP);

        LanguageHint hint = hints.of("собака на пляже", Optional.of(CLIP)).orElseThrow();

        assertThat(hint.offer().orElseThrow().model().id()).isEqualTo(TEXTS);
        assertThat(hint.offer().orElseThrow().reason()).contains("with the embeddings that the photos have");
    }

    @Test
    void withAModelForManyLanguagesOrInLatinLettersNothingIsSaid() {
        assertThat(hints.of("海边的狗", Optional.of(SIGLIP_2))).isEmpty();
        assertThat(hints.of("Hund am Strand", Optional.empty())).isEmpty();
        assertThat(hints.of("海边的狗", Optional.of("a model that is gone"))).isEmpty();
    }

    @Test
    void whoWritesEnglishIsOfferedTheModelThatFindsMost() {
        ModelOffer offer = shelf.offer(Optional.empty(), Locale.US).orElseThrow();

        assertThat(offer.model().id()).isEqualTo("siglip-base-patch16-224");
        assertThat(offer.reason()).contains("48 of 100");
    }

    @Test
    void whoWritesAnotherLanguageIsOfferedOneThatKnowsIt() {
        assertThat(shelf.offer(Optional.empty(), Locale.CHINA).orElseThrow().model().id()).isEqualTo(SIGLIP_2);
        assertThat(shelf.offer(Optional.of("semblance-starter-1"), Locale.GERMANY).orElseThrow().model().id())
                .isEqualTo(SIGLIP_2);
    }

    @Test
    void whoHasChosenIsOfferedNothing() {
        assertThat(shelf.offer(Optional.of(CLIP), Locale.US)).isEmpty();
    }

    @Test
    void textsAloneNeedAModelForThePhotos() throws IOException {
        assertThat(shelf.find(TEXTS).needs()).contains(CLIP);

        install(CLIP);

        assertThat(shelf.find(TEXTS).needs()).isEmpty();
        assertThat(shelf.find(CLIP).isUsable()).isTrue();
    }

    @Test
    void everyModelThatCanBeDownloadedSaysWhatItImprovesAndWhereItIsPublished() {
        assertThat(shelf.list().models()).filteredOn(model -> model.state() == ModelInfo.State.AVAILABLE).hasSize(5)
                .allSatisfy(model -> {
                    assertThat(model.improves()).isPresent();
                    assertThat(model.page().orElseThrow()).startsWith("https://");
                    assertThat(model.size()).isPositive();
                });
    }

    /// Files of the right sizes, which is all that the list looks at.
    private void install(String id) throws IOException {
        for (ModelFile file : new BuiltInCards().find(id).orElseThrow().files()) {
            Path path = directory.resolve(id).resolve(file.path());
            Files.createDirectories(path.getParent());
            try (var sparse = new RandomAccessFile(path.toFile(), "rw")) {
                sparse.setLength(file.size() == null ? 1 : file.size());
            }
        }
    }
}
