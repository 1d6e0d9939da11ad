package semblance.indexer.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import semblance.indexer.catalog.FileStat;
import semblance.indexer.catalog.SidecarFiles;
import semblance.indexer.decode.ContentSniffer;
import semblance.indexer.decode.PhotoFormat;
import semblance.indexer.scan.FolderScanner;

/// Reads files: the first bytes of all, the whole of those that are pictures or sidecars; videos are read piece by piece
/// later.
public final class PhotoReader {
    private static final int HEAD = 4096;
    private static final long LARGEST_SIDECAR = 8 << 20;
    /// A file written this short before it is read may be written again without its time stamp changing.
    private static final long SETTLED_NS = Duration.ofSeconds(2).toNanos();

    private final ContentSniffer sniffer;
    private final long maxBytes;

    public PhotoReader(ContentSniffer sniffer, long maxBytes) {
        this.sniffer = sniffer;
        this.maxBytes = maxBytes;
    }

    /// What reading a file gave.
    public sealed interface Reading {
        FileStat stat();

        /// All bytes of a picture.
        @SuppressWarnings("ArrayRecordComponent") // megabytes on their way to the decoder
        record Picture(FileStat stat, byte[] content) implements Reading {
        }

        /// No picture; only its head was read.
        record NoPicture(FileStat stat) implements Reading {
        }

        /// No picture, but a sidecar of one.
        @SuppressWarnings("ArrayRecordComponent") // on its way to the parser
        record Sidecar(FileStat stat, byte[] content) implements Reading {
        }

        /// A file that may be a video; only its head was read.
        ///
        /// @param found as it was when its head was read, while `stat` may be less certain
        record Video(FileStat stat, FileStat found, Path file) implements Reading {
            /// Whether the file is as it was.
            boolean isUnchanged() throws IOException {
                return FolderScanner.stat(file).equals(found);
            }
        }

        /// Someone writes it at the moment.
        record Changing(FileStat stat) implements Reading {
        }

        /// A picture larger than what is read into memory.
        record TooLarge(FileStat stat) implements Reading {
        }
    }

    /// Reads a file.
    ///
    /// @throws java.nio.file.NoSuchFileException if it is gone
    /// @throws IOException                       if the file system refuses
    public Reading read(Path file) throws IOException {
        long started = System.currentTimeMillis();
        FileStat before = FolderScanner.stat(file);
        byte[] head;
        byte[] content;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            head = in.readNBytes(HEAD);
            PhotoFormat format = sniffer.sniff(head);
            if (format == PhotoFormat.NOT_A_PICTURE) {
                return SidecarFiles.isSidecar(file.getFileName().toString()) && before.size() <= LARGEST_SIDECAR
                        ? sidecar(file, before, whole(head, in, Math.toIntExact(before.size())), started)
                        : new Reading.NoPicture(settled(before, started));
            }
            if (format == PhotoFormat.VIDEO) {
                return new Reading.Video(settled(before, started), before, file);
            }
            if (before.size() > maxBytes) {
                return new Reading.TooLarge(before);
            }
            content = whole(head, in, Math.toIntExact(before.size()));
        }
        boolean changing = content.length != before.size() || !FolderScanner.stat(file).equals(before);
        return changing
                ? new Reading.Changing(before.unsettled())
                : new Reading.Picture(settled(before, started), content);
    }

    private static Reading sidecar(Path file, FileStat before, byte[] content, long started) throws IOException {
        boolean changing = content.length != before.size() || !FolderScanner.stat(file).equals(before);
        return new Reading.Sidecar(changing ? before.unsettled() : settled(before, started), content);
    }

    private static byte[] whole(byte[] head, InputStream in, int expected) throws IOException {
        byte[] content = Arrays.copyOf(head, Math.max(expected, head.length));
        int read = head.length + in.readNBytes(content, head.length, content.length - head.length);
        return read == content.length ? content : Arrays.copyOf(content, read);
    }

    private static FileStat settled(FileStat stat, long startedMs) {
        long age = TimeUnit.MILLISECONDS.toNanos(startedMs) - stat.modifiedNs();
        return Math.abs(age) < SETTLED_NS ? stat.unsettled() : stat;
    }
}
