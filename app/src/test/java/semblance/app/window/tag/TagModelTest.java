package semblance.app.window.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.concurrent.SameThreadTasks;
import semblance.app.window.tag.TaggedPicture.Failed;
import semblance.app.window.tag.TaggedPicture.Tagged;
import semblance.indexer.decode.DecodeException;

import static org.assertj.core.api.Assertions.assertThat;

class TagModelTest {
    private static final List<SuggestedTag> TAGS = List.of(new SuggestedTag("dog", 0.7));

    private final TagModel model = new TagModel(new SameThreadTasks(), TagModelTest::tag);

    @TempDir
    private Path folder;

    private static List<SuggestedTag> tag(Path picture) throws DecodeException {
        if (picture.getFileName().toString().startsWith("broken")) {
            throw new DecodeException(DecodeException.Reason.DAMAGED, "It ends too early.");
        }
        return TAGS;
    }

    @Test
    void filesAndThePicturesBelowFoldersAreTaggedInOrder() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("deep/.hidden"));
        Path first = Files.createFile(folder.resolve("1.JPG"));
        Path second = Files.createFile(deep.resolve("2.heic"));
        Files.createFile(folder.resolve("notes.txt"));
        Path named = Path.of("/elsewhere/whatever its name.dat");

        model.add(List.of(named, folder));

        assertThat(model.pictures()).containsExactly(new Tagged(named, TAGS), new Tagged(first, TAGS),
                new Tagged(second, TAGS));
        assertThat(model.remaining().get()).isZero();
    }

    @Test
    void aPictureThatCannotBeReadSaysWhyAndDoesNotStopTheOthers() {
        Path broken = Path.of("/broken.jpg");
        Path whole = Path.of("/whole.jpg");

        model.add(List.of(broken, whole));

        assertThat(model.pictures()).containsExactly(
                new Failed(broken, "The picture cannot be used: It ends too early."), new Tagged(whole, TAGS));
    }

    @Test
    void aFolderWithoutPicturesSaysSo() {
        model.add(List.of(folder));

        assertThat(model.notice().get()).contains("no pictures");
    }

    @Test
    void theLatestDropComesFirst() {
        model.add(List.of(Path.of("/1.jpg"), Path.of("/2.jpg")));
        model.add(List.of(Path.of("/3.jpg"), Path.of("/4.jpg")));

        assertThat(model.pictures()).extracting(TaggedPicture::file).containsExactly(Path.of("/3.jpg"),
                Path.of("/4.jpg"), Path.of("/1.jpg"), Path.of("/2.jpg"));
    }

    @Test
    void clearingForgetsAllAndTheNextDropIsTagged() {
        model.add(List.of(Path.of("/a.jpg")));
        model.clear();
        assertThat(model.pictures()).isEmpty();

        model.add(List.of(Path.of("/b.jpg")));
        assertThat(model.pictures()).containsExactly(new Tagged(Path.of("/b.jpg"), TAGS));
    }
}
