package semblance.indexer.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TagNameTest {
    @Test
    void aNameIsTidiedButKeepsItsCapitals() {
        assertThat(TagName.of("  Rome\t 2019\n")).isEqualTo(new TagName("Rome 2019", "rome 2019"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b", "\u001b[31mred"})
    void whatCannotBeShownIsNoName(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TagName.of(text));
        assertThat(TagName.find(text)).isEmpty();
    }

    @Test
    void aWholeParagraphIsNoName() {
        assertThat(TagName.find("long ".repeat(100))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> TagName.of("long ".repeat(100)))
                .withMessageContaining("Shorten it");
    }
}
