package semblance.indexer.index;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.testing.FileHashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What is written over a directory is seen, and the directory stays as it was.
class OverlayDirectoryTest {
    @TempDir
    Path temporary;

    private Map<String, String> before = Map.of();

    @BeforeEach
    void fill() throws IOException {
        try (Directory below = FSDirectory.open(temporary)) {
            write(below, "a", 1);
            write(below, "b", 2);
        }
        before = FileHashes.of(temporary);
    }

    @AfterEach
    void theFilesBelowAreAsTheyWere() {
        assertThat(FileHashes.of(temporary)).isEqualTo(before);
    }

    private OverlayDirectory overlay() throws IOException {
        return new OverlayDirectory(FSDirectory.open(temporary));
    }

    @Test
    void filesOfBothLayersAreListedInOrderAndOnce() throws IOException {
        try (OverlayDirectory overlay = overlay()) {
            write(overlay, "c", 3);
            overlay.deleteFile("a");
            write(overlay, "a", 9);

            assertThat(overlay.listAll()).containsExactly("a", "b", "c");
            assertThat(read(overlay, "a")).isEqualTo(9);
            assertThat(read(overlay, "b")).isEqualTo(2);
            assertThat(read(overlay, "c")).isEqualTo(3);
            assertThat(overlay.fileLength("b")).isEqualTo(1);
        }
    }

    @Test
    void whatIsDeletedIsGoneForThisOneAlone() throws IOException {
        try (OverlayDirectory overlay = overlay(); OverlayDirectory other = overlay()) {
            overlay.deleteFile("a");

            assertThat(overlay.listAll()).containsExactly("b");
            assertThatThrownBy(() -> overlay.openInput("a", IOContext.DEFAULT)).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> overlay.fileLength("a")).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> overlay.deleteFile("a")).isInstanceOf(NoSuchFileException.class);
            assertThat(read(other, "a")).isEqualTo(1);
        }
    }

    @Test
    void onlyFilesOfItsOwnAreRenamed() throws IOException {
        try (OverlayDirectory overlay = overlay()) {
            write(overlay, "new", 5);
            overlay.rename("new", "renamed");
            assertThat(read(overlay, "renamed")).isEqualTo(5);
            assertThatThrownBy(() -> overlay.rename("a", "z")).isInstanceOf(IOException.class);
            assertThat(overlay.listAll()).containsExactly("a", "b", "renamed");
        }
    }

    @Test
    void temporaryFilesStayAboveToo() throws IOException {
        try (OverlayDirectory overlay = overlay()) {
            String name;
            try (IndexOutput out = overlay.createTempOutput("a", "tmp", IOContext.DEFAULT)) {
                out.writeByte((byte) 7);
                name = out.getName();
            }
            overlay.sync(List.of(name));
            assertThat(read(overlay, name)).isEqualTo(7);
        }
    }

    @Test
    void awriterMayDoAnythingOverAnIndexBelow() throws IOException {
        try (Directory below = FSDirectory.open(temporary.resolve("index"));
                IndexWriter writer = new IndexWriter(below, new IndexWriterConfig())) {
            for (int i = 0; i < 50; i++) {
                writer.addDocument(document(i));
                if (i % 10 == 9) {
                    writer.commit();
                }
            }
        }
        before = FileHashes.of(temporary);
        try (OverlayDirectory overlay = new OverlayDirectory(FSDirectory.open(temporary.resolve("index")));
                IndexWriter writer = new IndexWriter(overlay, new IndexWriterConfig())) {
            writer.deleteDocuments(new Term("id", "3"));
            writer.updateDocument(new Term("id", "4"), document(100));
            writer.addDocument(document(101));
            writer.forceMerge(1);
            writer.commit();
            try (DirectoryReader reader = DirectoryReader.open(overlay)) {
                assertThat(reader.numDocs()).isEqualTo(50);
                assertThat(reader.leaves()).hasSize(1);
            }
            writer.deleteAll();
            writer.commit();
            try (DirectoryReader reader = DirectoryReader.open(overlay)) {
                assertThat(reader.numDocs()).isZero();
            }
        }
    }

    private static Document document(int id) {
        Document document = new Document();
        document.add(new StringField("id", Integer.toString(id), Field.Store.NO));
        return document;
    }

    private static void write(Directory directory, String name, int value) throws IOException {
        try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
            out.writeByte((byte) value);
        }
    }

    private static int read(Directory directory, String name) throws IOException {
        try (IndexInput in = directory.openInput(name, IOContext.DEFAULT)) {
            return in.readByte();
        }
    }
}
