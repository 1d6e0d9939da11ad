package semblance.indexer.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.VideoTime;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.testing.TestLibrary;
import semblance.indexer.testing.VideoWriter;
import semblance.model.RgbImage;
import semblance.model.testing.PhotosTest;
import semblance.model.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;

/// Ten queries over videos made of real photos, a slide every three seconds: the first caption of every sixth slide, whatever
/// it says. The moment is found if the frame that was found is of that slide.
@PhotosTest
@SuppressWarnings("SystemOut") // the table is the record
class VideosOnPhotosTest {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 480;
    private static final int SLIDES = 12;
    private static final int SECONDS = 3;
    private static final int EVERY = 6;
    private static final int SEED = 7;
    private static final int LEAST = 1;
    private static final List<List<String>> KINDS = List.of(List.of("a.mp4", "mp4", "mpeg4"),
            List.of("b.mkv", "matroska", "mpeg4"), List.of("c.webm", "webm", "libvpx"),
            List.of("d.avi", "avi", "mjpeg"), List.of("e.mov", "mov", "mpeg4"));

    /// A caption, and where it is to be found.
    private record Wanted(String caption, Path video, int slide) {
        boolean isAt(Duration moment) {
            long ms = moment.toMillis();
            return ms >= 1000L * SECONDS * slide - 1 && ms < 1000L * SECONDS * (slide + 1);
        }
    }

    @Test
    void theMomentIsFound(@TempDir Path temporary) throws IOException, DecodeException {
        TestLibrary library = new TestLibrary(temporary);
        List<Wanted> wanted = make(library.photos);
        int first = 0;
        int moments = 0;
        try (PhotoLibrary open = library.open()) {
            TestLibrary.index(open, library.photos);
            for (Wanted query : wanted) {
                List<Hit> hits = open.search().byText(query.caption(), new SearchOptions(10, Strictness.LOOSE)).hits();
                Hit hit = hits.stream().filter(each -> each.path().equals(query.video())).findFirst().orElseThrow();
                Duration found = hit.moment().orElseThrow();
                first += hit.rank() == 1 ? 1 : 0;
                moments += hit.rank() == 1 && query.isAt(found) ? 1 : 0;
                System.out.printf("%-70.70s %s at %s: found at %s, rank %d of %d%n", query.caption(),
                        query.video().getFileName(), VideoTime.of(Duration.ofSeconds((long) SECONDS * query.slide())),
                        VideoTime.of(found), hit.rank(), hits.size());
            }
        }
        System.out.println("the video first: " + first + " of 10, with the moment: " + moments + " of 10");
        assertThat(wanted).hasSize(10);
        assertThat(moments).isGreaterThanOrEqualTo(LEAST);
    }

    private static List<Wanted> make(Path folder) throws IOException, DecodeException {
        Path photos = SharedFolder.require().resolve("photos");
        Map<String, String> captions = new LinkedHashMap<>();
        for (String line : Files.readAllLines(photos.resolve("flickr8k-test.tsv"))) {
            String[] columns = line.split("\t", 2);
            captions.putIfAbsent(columns[0], columns[1]);
        }
        List<String> names = new ArrayList<>(captions.keySet());
        Collections.shuffle(names, new Random(SEED));
        PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT);
        List<Wanted> wanted = new ArrayList<>();
        for (int video = 0; video < KINDS.size(); video++) {
            List<String> kind = KINDS.get(video);
            Path file = folder.resolve(kind.getFirst());
            try (VideoWriter writer = new VideoWriter(file, kind.get(1), kind.get(2), 30, WIDTH, HEIGHT)) {
                for (int slide = 0; slide < SLIDES; slide++) {
                    String name = names.get(video * SLIDES + slide);
                    byte[] content = Files.readAllBytes(photos.resolve("flickr8k-test").resolve(name));
                    writer.show(framed(decoder.decode(content, 1, 1).image()), SECONDS);
                    if (slide % EVERY == EVERY / 2) {
                        wanted.add(new Wanted(captions.getOrDefault(name, ""), file, slide));
                    }
                }
            }
            TestLibrary.settle(file);
        }
        return wanted;
    }

    /// The middle of a photo, or all of it on black where it is smaller.
    private static RgbImage framed(RgbImage photo) {
        byte[] pixels = new byte[3 * WIDTH * HEIGHT];
        int x0 = (photo.width() - WIDTH) / 2;
        int y0 = (photo.height() - HEIGHT) / 2;
        for (int y = Math.max(0, -y0); y < HEIGHT && y + y0 < photo.height(); y++) {
            int from = Math.max(0, -x0);
            int length = Math.min(WIDTH - from, photo.width() - from - x0);
            System.arraycopy(photo.pixels(), 3 * ((y + y0) * photo.width() + from + x0), pixels, 3 * (y * WIDTH + from),
                    3 * length);
        }
        return new RgbImage(WIDTH, HEIGHT, pixels);
    }
}
