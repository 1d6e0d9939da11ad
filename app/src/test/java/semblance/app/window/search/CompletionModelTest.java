package semblance.app.window.search;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import semblance.app.concurrent.SameThreadTasks;
import semblance.app.window.search.CompletionModel.Typed;
import semblance.indexer.query.Completion;
import semblance.indexer.query.Key;

import static org.assertj.core.api.Assertions.assertThat;

class CompletionModelTest {
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final List<String> asked = new ArrayList<>();
    private final CompletionModel model = new CompletionModel(tasks, this::complete);

    private Completion complete(String text, int caret) {
        asked.add(text);
        return Completion.at(text, caret, List.of(Key.TAG, Key.FOLDER, Key.AFTER),
                (key, typed) -> key == Key.TAG
                        ? List.of("family", "red house").stream().filter(name -> name.startsWith(typed)).toList()
                        : List.of());
    }

    private void type(String text) {
        model.type(text, text.length());
        tasks.pass(CompletionModel.TYPING_PAUSE);
    }

    @Test
    void candidatesComeOnceTypingPauses() {
        model.type("ta", 2);
        tasks.pass(CompletionModel.TYPING_PAUSE.minusMillis(1));
        model.type("tag:", 4);
        assertThat(model.isOffering()).isFalse();
        tasks.pass(CompletionModel.TYPING_PAUSE);

        assertThat(asked).containsExactly("tag:");
        assertThat(model.candidates().get()).containsExactly("family", "\"red house\"");
        assertThat(model.take()).as("nothing is chosen by itself").isEmpty();
    }

    @Test
    void aSentenceIsNotInterrupted() {
        type("a dog");
        type("a");
        assertThat(model.isOffering()).isFalse();
        type("af");
        assertThat(model.candidates().get()).containsExactly("after:");
        type(" ");
        assertThat(model.isOffering()).isFalse();
        type("tag:family");
        assertThat(model.isOffering()).as("it is whole").isFalse();
    }

    @Test
    void arrowsGoRoundAndPassByNothing() {
        type("tag:");
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            model.move(1);
            chosen.add(model.chosen().get());
        }
        assertThat(chosen).containsExactly(0, 1, -1, 0);
        model.move(-1);
        model.move(-1);
        assertThat(model.chosen().get()).isEqualTo(1);
    }

    @Test
    void whatIsTakenStandsWhereTheWordStood() {
        model.type("beach ta snow", 8);
        tasks.pass(CompletionModel.TYPING_PAUSE);
        assertThat(model.take(0)).isEqualTo(new Typed("beach tag: snow", 10));
        assertThat(model.isOffering()).isFalse();

        type("beach tag:r");
        model.move(1);
        assertThat(model.take()).contains(new Typed("beach tag:\"red house\" ", 22));

        model.type("tag:f snow", 5);
        tasks.pass(CompletionModel.TYPING_PAUSE);
        assertThat(model.take(0)).as("one blank is enough").isEqualTo(new Typed("tag:family snow", 10));
    }

    @Test
    void whatIsDismissedComesBackWithTheNextKey() {
        type("tag:");
        model.dismiss();
        tasks.pass(CompletionModel.TYPING_PAUSE);
        assertThat(model.isOffering()).isFalse();
        type("tag:f");
        assertThat(model.candidates().get()).containsExactly("family");
    }
}
