package semblance.indexer.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.concurrent.SingleThread;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// What becomes of a tag that the program suggests and the user decides about.
class TagTableTest {
    private static final List<String> WORDS = List.of("dog", "cat", "beach", "snow");

    private final SingleThread writing = new SingleThread("write");
    private final Catalog catalog;
    private final long photo;

    TagTableTest(@TempDir Path directory) {
        catalog = Catalog.openForWriting(directory.resolve("catalog.db"), writing);
        photo = newPhoto(1);
    }

    @AfterEach
    void close() {
        catalog.close();
        writing.close();
    }

    @Test
    void suggestionsAreReplacedByTheNextOnes() {
        suggest(photo, "dog", "beach");
        suggest(photo, "snow");

        assertThat(tags(photo)).isEqualTo(Map.of("snow", TagState.SUGGESTED));
    }

    @Test
    void aConfirmedTagStaysWhateverIsSuggestedNext() {
        suggest(photo, "dog", "beach");
        decide(photo, "dog", TagState.CONFIRMED);
        suggest(photo, "snow");

        assertThat(tags(photo)).isEqualTo(Map.of("dog", TagState.CONFIRMED, "snow", TagState.SUGGESTED));
    }

    @Test
    void aRejectedTagIsNeverSuggestedAgainForThisPhotoOnly() {
        long other = newPhoto(2);
        suggest(photo, "dog");
        decide(photo, "dog", TagState.REJECTED);
        suggest(photo, "dog", "beach");
        suggest(other, "dog");

        assertThat(tags(photo)).isEqualTo(Map.of("beach", TagState.SUGGESTED));
        assertThat(tags(other)).isEqualTo(Map.of("dog", TagState.SUGGESTED));
    }

    @Test
    void aUserMayChangeTheirMind() {
        decide(photo, "granny", TagState.CONFIRMED);
        decide(photo, "granny", TagState.REJECTED);
        assertThat(tags(photo)).isEmpty();

        decide(photo, "granny", TagState.CONFIRMED);
        assertThat(tags(photo)).isEqualTo(Map.of("granny", TagState.CONFIRMED));
    }

    @Test
    void capitalsAndAccentsComposedInAnotherWayMakeNoOtherTag() {
        suggest(photo, "dog");
        decide(photo, "  DOG ", TagState.CONFIRMED);
        decide(photo, "Cafe\u0301", TagState.CONFIRMED);
        decide(photo, "caf\u00e9", TagState.CONFIRMED);

        assertThat(tags(photo)).isEqualTo(Map.of("dog", TagState.CONFIRMED, "Caf\u00e9", TagState.CONFIRMED));
    }

    @Test
    void confirmedTagsComeFirstThenTheMostCertainSuggestions() {
        catalog.write(session -> {
            session.tags().suggest(photo,
                    List.of(new SuggestedTag("sea", 0.5), new SuggestedTag("dog", 0.9), new SuggestedTag("sky", 0.7)));
            session.tags().decide(photo, TagName.of("zoo"), TagState.CONFIRMED);
            return session.tags().decide(photo, TagName.of("Anna"), TagState.CONFIRMED);
        });

        List<PhotoTag> tags = catalog.read(session -> session.tags().ofPhoto(photo));

        assertThat(tags).extracting(PhotoTag::tag).containsExactly("Anna", "zoo", "dog", "sky", "sea");
        assertThat(tags.get(0).certainty()).isEmpty();
        assertThat(tags.get(2).certainty()).hasValue(0.9);
    }

    @Test
    void countsLeaveRejectedTagsOut() {
        long other = newPhoto(2);
        suggest(photo, "dog", "beach");
        suggest(other, "dog", "beach");
        decide(photo, "dog", TagState.CONFIRMED);
        decide(photo, "beach", TagState.REJECTED);
        decide(other, "beach", TagState.REJECTED);

        List<TagCount> counts = catalog.read(session -> session.tags().all());

        assertThat(counts).containsExactly(new TagCount("dog", 1, 1));
    }

    @Test
    void aDeletedPhotoTakesItsTagsWithItAndGetsNoMore() {
        suggest(photo, "dog");
        catalog.write(session -> {
            session.photos().delete(photo);
            return photo;
        });

        suggest(photo, "beach");
        assertThat(decide(photo, "dog", TagState.CONFIRMED)).isFalse();
        List<TagCount> counts = catalog.read(session -> session.tags().all());
        assertThat(counts).isEmpty();
        assertThat(catalog.integrity(true)).isEqualTo("ok");
    }

    @Test
    void onlyAChangeTakesTheNextRevision() {
        suggest(photo, "dog");
        long before = revision();
        suggest(photo, "dog");
        assertThat(revision()).isEqualTo(before);

        decide(photo, "dog", TagState.CONFIRMED);
        assertThat(revision()).as("of the tags and of the texts").isEqualTo(before + 2);
    }

    @Test
    void noUserDecidesThatATagIsSuggested() {
        assertThatIllegalArgumentException().isThrownBy(() -> decide(photo, "dog", TagState.SUGGESTED));
    }

    /// Many random steps, beside a map that says what should come of them.
    @Test
    void inAnyOrderTheUsersLatestWordStands() {
        Random random = Seed.next("TagTableTest").random();
        Map<String, TagState> decided = new TreeMap<>();
        for (int step = 0; step < 300; step++) {
            if (random.nextBoolean()) {
                String word = WORDS.get(random.nextInt(WORDS.size()));
                TagState state = random.nextBoolean() ? TagState.CONFIRMED : TagState.REJECTED;
                decide(photo, word, state);
                decided.put(word, state);
            } else {
                List<String> words = new ArrayList<>(WORDS);
                words.removeIf(_ -> random.nextBoolean());
                suggest(photo, words.toArray(String[]::new));
                Map<String, TagState> expected = words.stream()
                        .collect(Collectors.toMap(word -> word, _ -> TagState.SUGGESTED));
                expected.putAll(decided);
                expected.values().removeIf(state -> state == TagState.REJECTED);
                assertThat(tags(photo)).as("step " + step).isEqualTo(expected);
            }
            Set<Long> confirmed = catalog.read(session -> session.tags().confirmed(TagName.of("dog")));
            assertThat(confirmed.contains(photo)).isEqualTo(decided.get("dog") == TagState.CONFIRMED);
        }
    }

    private long newPhoto(int number) {
        return catalog.write(session -> session.photos()
                .add(session.embeddings().addContent(Fingerprint.of(new byte[]{(byte) number}), "png", 1, 1)));
    }

    private void suggest(long photoId, String... words) {
        catalog.write(session -> {
            session.tags().suggest(photoId, Stream.of(words).map(word -> new SuggestedTag(word, 0.5)).toList());
            return photoId;
        });
    }

    private boolean decide(long photoId, String word, TagState state) {
        return catalog.writeDurably(session -> session.tags().decide(photoId, TagName.of(word), state));
    }

    private Map<String, TagState> tags(long photoId) {
        return catalog.read(session -> session.tags().ofPhoto(photoId)).stream()
                .collect(Collectors.toMap(PhotoTag::tag, PhotoTag::state));
    }

    private long revision() {
        return catalog.read(session -> session.log().revision());
    }
}
