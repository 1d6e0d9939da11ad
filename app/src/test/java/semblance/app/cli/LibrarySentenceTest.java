package semblance.app.cli;

import org.junit.jupiter.api.Test;

import semblance.indexer.catalog.LibraryCounts;

import static org.assertj.core.api.Assertions.assertThat;

class LibrarySentenceTest {
    @Test
    void whatIsZeroIsNotMentioned() {
        assertThat(LibrarySentence.of(new LibraryCounts(1, 0, 0, 0, 0, 0))).isEqualTo("1 photo: 1 indexed.");
        assertThat(LibrarySentence.of(LibraryCounts.NONE)).isEqualTo("No photos.");
    }

    @Test
    void everythingElseIsWithWhatToDo() {
        assertThat(LibrarySentence.of(new LibraryCounts(12_000, 3, 40, 1, 7, 2))).isEqualTo(
                "12,043 photos: 12,000 indexed, 3 failed (semblance failures tells why), 2 damaged in"
                        + " part (semblance failures lists them), 40 waiting (semblance index"
                        + " goes on), 7 offline; 1 other file skipped.");
    }
}
