package semblance.app.window.picture;

import java.nio.file.Path;
import javafx.scene.image.WritableImage;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PictureCacheTest {
    private static final long ONE_PICTURE = 4 * 10 * 10;

    private final PictureCache<String> cache = new PictureCache<>(3 * ONE_PICTURE);

    private static ShownPicture picture(int width) {
        return new ShownPicture(Path.of("photo.jpg"), new WritableImage(width, 10), null);
    }

    @Test
    void thePictureNotUsedForLongestGoesFirst() {
        cache.put("a", picture(10));
        cache.put("b", picture(10));
        cache.put("c", picture(10));
        cache.get("a");
        cache.put("d", picture(10));

        assertThat(cache.get("b")).isEmpty();
        assertThat(cache.get("a")).isPresent();
        assertThat(cache.get("c")).isPresent();
        assertThat(cache.get("d")).isPresent();
    }

    @Test
    void bytesCountNotPictures() {
        cache.put("a", picture(10));
        cache.put("b", picture(10));
        cache.put("large", picture(30));

        assertThat(cache.size()).isEqualTo(1);
        assertThat(cache.get("large")).isPresent();
    }

    @Test
    void aPictureThatIsReplacedIsCountedOnce() {
        for (int i = 0; i < 10; i++) {
            cache.put("a", picture(10));
        }
        cache.put("b", picture(10));

        assertThat(cache.get("a")).isPresent();
    }

    @Test
    void whatIsLargerThanTheCacheIsNotKept() {
        cache.put("huge", picture(31));

        assertThat(cache.size()).isZero();
        cache.put("a", picture(10));
        assertThat(cache.get("a")).as("its bytes are given back").isPresent();
    }
}
