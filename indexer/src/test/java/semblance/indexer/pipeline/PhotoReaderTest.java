package semblance.indexer.pipeline;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.decode.ContentSniffer;
import semblance.indexer.pipeline.PhotoReader.Reading;
import semblance.indexer.scan.FolderScanner;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;
import semblance.indexer.testing.WatchedFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Which bytes are read of a file, and what is believed of one that changes.
class PhotoReaderTest {
    private static final long MOST = 1 << 20;
    private static final long LONG_AGO_S = 3600;

    @TempDir
    Path temporary;

    private final PhotoReader reader = new PhotoReader(new ContentSniffer(), MOST);
    private final WatchedFiles watched = new WatchedFiles();
    private Path file;

    @BeforeEach
    void drawPhoto() throws IOException {
        file = temporary.resolve("a.jpg");
        Files.write(file, DrawnPhoto.jpeg(1));
        TestLibrary.settle(file);
    }

    private void setAge(Path path, double seconds) throws IOException {
        Files.setLastModifiedTime(path,
                FileTime.from(Instant.now().minusMillis(Math.round(1000 * seconds))));
    }

    private void onOpen(ThrowingChange change) {
        watched.onOpen = _ -> {
            try {
                change.make();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private interface ThrowingChange {
        void make() throws IOException;
    }

    @Test
    void aPictureIsReadWholeWithTheStatItHas() throws IOException {
        assertThat(reader.read(file)).isInstanceOfSatisfying(Reading.Picture.class, picture -> {
            assertThat(picture.content()).isEqualTo(DrawnPhoto.jpeg(1));
            assertThat(picture.stat()).satisfies(stat -> assertThat(stat).isEqualTo(FolderScanner.stat(file)));
            assertThat(picture.stat().isSettled()).isTrue();
        });
    }

    @Test
    void ofWhatIsNoPictureOnlyTheHeadIsRead() throws IOException {
        Path film = temporary.resolve("film.jpg");
        // Larger than any array: who reads it whole fails.
        sparse(film, new byte[]{'n', 'o', 'n', 'e'}, 8L << 30);
        assertThat(reader.read(film)).isInstanceOfSatisfying(Reading.NoPicture.class,
                none -> assertThat(none.stat().size()).isEqualTo(8L << 30));
    }

    @Test
    void aPictureLargerThanTheLimitIsNotRead() throws IOException {
        Path huge = temporary.resolve("huge.jpg");
        sparse(huge, DrawnPhoto.jpeg(1), 8L << 30);
        assertThat(reader.read(huge)).isInstanceOf(Reading.TooLarge.class);
    }

    private static void sparse(Path path, byte[] head, long size) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(path.toFile(), "rw")) {
            out.write(head);
            out.setLength(size);
        }
        TestLibrary.settle(path);
    }

    @Test
    void anEmptyFileIsNoPicture() throws IOException {
        Files.write(file, new byte[0]);
        TestLibrary.settle(file);
        assertThat(reader.read(file)).isInstanceOf(Reading.NoPicture.class);
    }

    @Test
    void aFileThatIsGoneIsGone() {
        assertThatThrownBy(() -> reader.read(temporary.resolve("nothing.jpg"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link.jpg"), file);
        assertThatThrownBy(() -> reader.read(link)).isInstanceOf(IOException.class);
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsChanging() throws IOException {
        onOpen(() -> Files.write(file, new byte[100], StandardOpenOption.APPEND));
        assertThat(reader.read(watched.watch(file))).isInstanceOfSatisfying(Reading.Changing.class,
                changing -> assertThat(changing.stat().isSettled()).isFalse());
    }

    @Test
    void aFileThatIsCutWhileItIsReadIsChanging() throws IOException {
        onOpen(() -> {
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                out.setLength(5000);
            }
        });
        assertThat(reader.read(watched.watch(file))).isInstanceOf(Reading.Changing.class);
    }

    @Test
    void aFileThatIsWrittenOverWhileItIsReadIsChanging() throws IOException {
        onOpen(() -> {
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                out.seek(3000);
                out.write(new byte[10]);
            }
        });
        assertThat(reader.read(watched.watch(file))).isInstanceOf(Reading.Changing.class);
    }

    @Test
    void aFileThatIsReplacedWhileItIsReadIsChanging() throws IOException {
        Path other = Files.copy(file, temporary.resolve("other.jpg"));
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        onOpen(() -> Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING));
        assertThat(reader.read(watched.watch(file))).isInstanceOf(Reading.Changing.class);
    }

    @Test
    void aFileJustWrittenIsLookedAtAgain() throws IOException {
        setAge(file, 0);
        assertThat(reader.read(file)).isInstanceOf(Reading.Picture.class)
                .satisfies(picture -> assertThat(picture.stat().isSettled()).isFalse());
        Path note = Files.writeString(temporary.resolve("note.txt"), "just written");
        assertThat(reader.read(note)).isInstanceOf(Reading.NoPicture.class)
                .satisfies(none -> assertThat(none.stat().isSettled()).isFalse());
    }

    /// A slow drive does not make a file older than it was when its first byte was read.
    @Test
    void theAgeCountsFromBeforeTheReading() throws IOException {
        setAge(file, 1.7);
        long written = Files.getLastModifiedTime(file).toMillis();
        onOpen(() -> {
            while (System.currentTimeMillis() - written < 2100) {
                Thread.onSpinWait();
            }
        });
        assertThat(reader.read(watched.watch(file)).stat().isSettled()).isFalse();
    }

    @Test
    void aClockThatWasWrongDoesNotKeepAFileUnsettled() throws IOException {
        setAge(file, -LONG_AGO_S);
        assertThat(reader.read(file).stat().isSettled()).as("of the future").isTrue();
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertThat(reader.read(file).stat().isSettled()).as("of 1970").isTrue();
    }
}
