package semblance.indexer.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.indexer.testing.DrawnFrames;
import semblance.indexer.testing.VideoWriter;

import static org.assertj.core.api.Assertions.assertThat;

/// What containers of videos say.
class VideoMetadataTest {
    private static final Instant QUICKTIME_EPOCH = Instant.parse("1904-01-01T00:00:00Z");

    private final MetadataReader reader = new MetadataReader(Clock.systemUTC(), ZoneId.of("Europe/Vienna"));

    @TempDir
    Path directory;

    private byte[] video(String muxer) throws IOException {
        Path file = directory.resolve("video." + muxer);
        try (VideoWriter writer = new VideoWriter(file, muxer, "mpeg4", 5, 160, 120)) {
            writer.show(DrawnFrames.plain(160, 120, 0x20c020), 1);
        }
        return Files.readAllBytes(file);
    }

    private Optional<CaptureTime> taken(byte[] video) {
        return reader.readVideo(new ByteArrayInputStream(video)).taken();
    }

    /// Writes a time into the header of the whole, behind its type, version and flags.
    private static byte[] dated(byte[] video, Instant time) {
        int header = new String(video, StandardCharsets.ISO_8859_1).indexOf("mvhd");
        ByteBuffer.wrap(video).putInt(header + 8, (int) (time.getEpochSecond() - QUICKTIME_EPOCH.getEpochSecond()));
        return video;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mov", "mp4"})
    void theHeaderCountsInUtc(String muxer) throws IOException {
        byte[] video = dated(video(muxer), Instant.parse("2019-02-03T10:11:12Z"));

        assertThat(taken(video)).contains(new CaptureTime(LocalDateTime.parse("2019-02-03T11:11:12"),
                Optional.of(ZoneOffset.ofHours(1)), TimeSource.CONTAINER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mov", "mp4"})
    void aHeaderThatDoesNotKnowItsTimeSaysNothing(String muxer) throws IOException {
        assertThat(taken(dated(video(muxer), QUICKTIME_EPOCH))).isEmpty();
        assertThat(taken(dated(video(muxer), Instant.EPOCH))).isEmpty();
    }
}
