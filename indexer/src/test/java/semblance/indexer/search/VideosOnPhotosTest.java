package semblance.indexer.search;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
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

import javax.imageio.ImageIO;

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

/// Videos made of real photos, a slide every three seconds, are asked for by the first caption of each slide, whatever it
/// says. What the model can find among the slides as photos has to be found in the videos, at its moment.
@PhotosTest
@SuppressWarnings("SystemOut") // the table is the record
class VideosOnPhotosTest {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 480;
    private static final int SLIDES = 30;
    private static final int SECONDS = 3;
    private static final int SEED = 7;
    private static final int ROWS = 10;
    private static final List<List<String>> KINDS = List.of(List.of("a.mp4", "mp4", "mpeg4"),
            List.of("b.mkv", "matroska", "mpeg4"), List.of("c.webm", "webm", "libvpx"),
            List.of("d.avi", "avi", "mjpeg"), List.of("e.mov", "mov", "mpeg4"));

    /// A caption, and where it is to be found.
    private record Wanted(String caption, Path video, int slide, Path still) {
        Duration from() {
            return Duration.ofSeconds((long) SECONDS * slide);
        }

        boolean isAt(Duration moment) {
            long ms = moment.toMillis();
            return ms >= 1000L * SECONDS * slide - 1 && ms < 1000L * SECONDS * (slide + 1);
        }
    }

    @Test
    void whatIsFoundAmongPhotosIsFoundInVideosAtItsMoment(@TempDir Path temporary)
            throws IOException, DecodeException {
        TestLibrary videos = new TestLibrary(Files.createDirectory(temporary.resolve("videos")));
        TestLibrary stills = new TestLibrary(Files.createDirectory(temporary.resolve("stills")));
        List<Wanted> wanted = make(videos.photos, stills.photos);
        int rows = 0;
        int answerable = 0;
        int moments = 0;
        int first = 0;
        int rowsFound = 0;
        try (PhotoLibrary photos = stills.open(); PhotoLibrary films = videos.open()) {
            TestLibrary.index(photos, stills.photos);
            TestLibrary.index(films, videos.photos);
            for (Wanted query : wanted) {
                if (!find(photos, query).getFirst().path().equals(query.still())) {
                    continue; // too hard for the model
                }
                answerable++;
                Hit hit = find(films, query).stream().filter(each -> each.path().equals(query.video())).findFirst()
                        .orElseThrow();
                Duration found = hit.moment().orElseThrow();
                boolean right = query.isAt(found);
                moments += right ? 1 : 0;
                first += hit.rank() == 1 ? 1 : 0;
                if (rows < ROWS) {
                    rows++;
                    rowsFound += right ? 1 : 0;
                    System.out.printf("%-60.60s %s at %s: found at %s, rank %d%n", query.caption(),
                            query.video().getFileName(), VideoTime.of(query.from()), VideoTime.of(found), hit.rank());
                }
            }
        }
        System.out.printf(
                "of %d captions %d find their photo among %d; %d of these their video first of %d, %d their moment%n",
                wanted.size(), answerable, wanted.size(), first, KINDS.size(), moments);
        assertThat(rows).isEqualTo(ROWS);
        assertThat(rowsFound).as("of ten").isGreaterThanOrEqualTo(9);
        assertThat(moments).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * answerable));
        // What a lossy video shows is not quite the photo: another one may come before it.
        assertThat(first).isGreaterThanOrEqualTo((int) Math.ceil(0.75 * answerable));
    }

    private static List<Hit> find(PhotoLibrary library, Wanted query) {
        return library.search().byText(query.caption(), new SearchOptions(10, Strictness.LOOSE)).hits();
    }

    private static List<Wanted> make(Path films, Path stills) throws IOException, DecodeException {
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
            Path file = films.resolve(kind.getFirst());
            try (VideoWriter writer = new VideoWriter(file, kind.get(1), kind.get(2), 30, WIDTH, HEIGHT)) {
                for (int slide = 0; slide < SLIDES; slide++) {
                    String name = names.get(video * SLIDES + slide);
                    byte[] content = Files.readAllBytes(photos.resolve("flickr8k-test").resolve(name));
                    RgbImage shown = framed(decoder.decode(content, HEIGHT, WIDTH).image());
                    writer.show(shown, SECONDS);
                    Path still = stills.resolve(name + ".png");
                    Files.write(still, png(shown));
                    TestLibrary.settle(still);
                    wanted.add(new Wanted(captions.getOrDefault(name, ""), file, slide, still));
                }
            }
            TestLibrary.settle(file);
        }
        return wanted;
    }

    private static byte[] png(RgbImage image) throws IOException {
        BufferedImage buffered = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        byte[] pixels = image.pixels();
        for (int i = 0; i < pixels.length / 3; i++) {
            buffered.setRGB(i % image.width(), i / image.width(),
                    (pixels[3 * i] & 0xff) << 16 | (pixels[3 * i + 1] & 0xff) << 8 | (pixels[3 * i + 2] & 0xff));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(buffered, "png", bytes);
        return bytes.toByteArray();
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
