package semblance.indexer.scan;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What the user's patterns meet.
class GlobTest {
    @ParameterizedTest
    @CsvSource({"Screenshots, Screenshots", "Screenshots, 2020/Screenshots", "Screenshots/, 2020/Screenshots",
        "*.png, a.png", "*.png, deep/er/a.png", "2020/raw, 2020/raw", "2020/raw/**, 2020/raw",
        "2020/*/raw, 2020/05/raw", "**/raw/*.png, raw/a.png", "**/raw/*.png, x/y/raw/a.png",
        "2020/**/a.jpg, 2020/a.jpg", "2020/**/a.jpg, 2020/x/y/a.jpg", "IMG_[0-9]?.jpg, IMG_12.jpg",
        "./2020/raw, 2020/raw", "'{a,b}.jpg', c/b.jpg"})
    void meets(String glob, String path) {
        assertThat(Glob.of(glob).matches(Path.of(path))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Screenshots, Screenshots of mine", "*.png, a.png.jpg", "2020/raw, 1999/2020/raw", "2020/raw, 2020",
        "2020/*/raw, 2020/raw", "2020/*/raw, 2020/x/y/raw", "**/raw/*.png, raw/deep/a.png", "*.png, A.jpg"})
    void doesNotMeet(String glob, String path) {
        assertThat(Glob.of(glob).matches(Path.of(path))).isFalse();
    }

    @Test
    void anAccentIsTheSameHoweverItIsWritten() {
        assertThat(Glob.of("caf\u00e9").matches(Path.of("2020/cafe\u0301"))).isTrue();
        assertThat(Glob.of("cafe\u0301").matches(Path.of("caf\u00e9"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home/me/x", "C:/x", "../x", "a/../b", "", " ", "*", "**", "**/*", "/", "{a,b", "[a",
        "{a/b,c}"})
    void whatIsNoPatternIsRefusedWithTheRemedy(String glob) {
        assertThatThrownBy(() -> Glob.of(glob)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + glob + "\"").message().endsWith(".");
    }
}
