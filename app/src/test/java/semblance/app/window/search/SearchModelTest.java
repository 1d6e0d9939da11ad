package semblance.app.window.search;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import semblance.app.concurrent.SameThreadTasks;
import semblance.app.window.grid.ShownPhoto;
import semblance.app.window.search.SearchState.Answered;
import semblance.app.window.search.SearchState.Failed;
import semblance.indexer.query.PhotoQuery;

import static org.assertj.core.api.Assertions.assertThat;

class SearchModelTest {
    private static final Path PICTURE = Path.of("/elsewhere/dog.jpg");

    private final SameThreadTasks tasks = new SameThreadTasks();
    private final List<Query> asked = new ArrayList<>();
    private final SearchModel model = new SearchModel(tasks, this::find);

    private Answer find(Query query) throws NoSuchFileException {
        asked.add(query);
        if (query.equals(new Query.LikePictures(List.of(Path.of("/gone.jpg"))))) {
            throw new NoSuchFileException("/gone.jpg");
        }
        return answer(query);
    }

    private static Answer answer(Query query) {
        boolean filtered = query instanceof Query.Typed(PhotoQuery typed) && typed.filter().isPresent();
        return new Answer(query, List.of(), List.of(new ShownPhoto(1, null, null)), List.of(), 1,
                filtered ? List.of("noted") : List.of());
    }

    @Test
    void textIsAskedForOnceTypingPauses() {
        model.text().set("d");
        model.text().set("do");
        tasks.pass(SearchModel.TYPING_PAUSE.minusMillis(1));
        model.text().set("dog ");
        assertThat(asked).isEmpty();

        tasks.pass(SearchModel.TYPING_PAUSE);

        assertThat(asked).containsExactly(new Query.Typed(PhotoQuery.words("dog")));
        assertThat(model.state().get()).isEqualTo(new Answered(answer(new Query.Typed(PhotoQuery.words("dog")))));
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void emptyTextAsksForEverythingAtOnce() {
        type("dog");
        model.text().set("  ");

        assertThat(asked).containsExactly(new Query.Typed(PhotoQuery.words("dog")), new Query.Everything());
    }

    @Test
    void blanksAroundTheSameTextAreNotAskedAgain() {
        type("dog");
        type("dog ");

        assertThat(asked).hasSize(1);
    }

    @Test
    void refreshingAsksTheSameAgain() {
        type("dog");
        model.refresh();

        assertThat(asked).containsExactly(new Query.Typed(PhotoQuery.words("dog")),
                new Query.Typed(PhotoQuery.words("dog")));
    }

    @Test
    void aPictureTakesThePlaceOfTextAndIsAskedForOnce() {
        type("dog");
        model.pictures().set(List.of(PICTURE));

        assertThat(model.text().get()).isEmpty();
        assertThat(asked).containsExactly(new Query.Typed(PhotoQuery.words("dog")),
                new Query.LikePictures(List.of(PICTURE)));
    }

    @Test
    void typingTakesThePlaceOfThePicture() {
        model.pictures().set(List.of(PICTURE));
        type("cat");

        assertThat(model.pictures().get()).isEmpty();
        assertThat(asked).containsExactly(new Query.LikePictures(List.of(PICTURE)),
                new Query.Typed(PhotoQuery.words("cat")));
    }

    @Test
    void clearingGoesBackToEverything() {
        model.pictures().set(List.of(PICTURE));
        model.clear();

        assertThat(asked).containsExactly(new Query.LikePictures(List.of(PICTURE)), new Query.Everything());
        assertThat(model.query()).isEqualTo(new Query.Everything());
    }

    @Test
    void aFailureIsToldInWordsAndTheNextQueryIsAnswered() {
        model.pictures().set(List.of(Path.of("/gone.jpg")));
        assertThat(model.state().get()).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.message()).contains("/gone.jpg is gone"));

        type("dog");
        assertThat(model.state().get()).isInstanceOf(Answered.class);
    }

    @Test
    void aPartThatIsNotFinishedIsLeftOutAndNotBlamed() {
        type("dog tag:");

        assertThat(asked).containsExactly(new Query.Typed(PhotoQuery.words("dog")));
        assertThat(model.hint().get()).isEmpty();

        type("dog tag:a");
        assertThat(asked).hasSize(2);
        assertThat(model.hint().get()).isEqualTo("noted");
    }

    @Test
    void aMistakeInTheLastPartIsToldOnceTypingPausesForLonger() {
        model.text().set("dog colour:r");
        tasks.pass(SearchModel.MISTAKE_PAUSE.minusMillis(1));
        model.text().set("dog colour:re");
        tasks.pass(SearchModel.MISTAKE_PAUSE.minusMillis(1));
        assertThat(model.hint().get()).isEmpty();
        tasks.pass(SearchModel.MISTAKE_PAUSE);
        assertThat(model.hint().get()).startsWith("Column 5: There is no filter \"colour:\".");

        model.text().set("dog colour:red");
        assertThat(model.hint().get()).as("it does not come and go").isNotEmpty();

        model.text().set("dog colour");
        assertThat(model.hint().get()).isEmpty();
    }

    @Test
    void whoPressesEnterIsToldAtOnce() {
        model.text().set("dog colour:red");
        model.submit();

        assertThat(model.hint().get()).contains("colour:");
    }

    @Test
    void aMistakeFurtherInFrontLeavesTheAnswerBefore() {
        type("dog");
        type("colour:red dog");

        assertThat(asked).hasSize(1);
        assertThat(model.state().get()).isEqualTo(new Answered(answer(new Query.Typed(PhotoQuery.words("dog")))));
        assertThat(model.hint().get()).startsWith("Column 1: ");
    }

    @Test
    void whatTheAnswerSaysOfItselfIsTold() {
        type("before:1990");

        assertThat(model.hint().get()).isEqualTo("noted");
        model.clear();
        assertThat(model.hint().get()).isEmpty();
    }

    @Test
    void timersOfTextThatWasClearedAskNothing() {
        model.text().set("dog");
        model.clear();
        tasks.pass(Duration.ofSeconds(1));

        assertThat(asked).containsExactly(new Query.Everything());
    }

    private void type(String text) {
        model.text().set(text);
        tasks.pass(SearchModel.TYPING_PAUSE);
    }

    @Test
    void theWayBackFromAMomentShowsAtOnceWhatWasThereAndAsksAgain() {
        type("dog");
        SearchState before = model.state().get();
        model.lookAtMoment(7);
        assertThat(model.query()).isEqualTo(new Query.SameMoment(7));
        assertThat(model.text().get()).as("what was asked stays").isEqualTo("dog");
        model.lookAtMoment(8);
        model.back();

        assertThat(model.moment().get()).isNull();
        assertThat(model.state().get()).isEqualTo(before);
        assertThat(asked).containsExactly(new Query.Typed(PhotoQuery.words("dog")), new Query.SameMoment(7),
                new Query.SameMoment(8), new Query.Typed(PhotoQuery.words("dog")));
        model.back();
        assertThat(asked).as("there is nothing to go back to").hasSize(4);
    }

    @Test
    void whoeverAsksForSomethingElseLeavesTheMoment() {
        type("dog");
        model.lookAtMoment(7);
        type("cat");
        assertThat(model.query()).isEqualTo(new Query.Typed(PhotoQuery.words("cat")));
        model.lookAtMoment(7);
        model.pictures().set(List.of(PICTURE));
        assertThat(model.query()).isEqualTo(new Query.LikePictures(List.of(PICTURE)));
        model.lookAtMoment(7);
        model.submit();
        assertThat(model.query()).isEqualTo(new Query.LikePictures(List.of(PICTURE)));
        model.lookAtMoment(7);
        model.clear();
        assertThat(model.query()).isEqualTo(new Query.Everything());
        assertThat(asked).last().isEqualTo(new Query.Everything());
    }
}
