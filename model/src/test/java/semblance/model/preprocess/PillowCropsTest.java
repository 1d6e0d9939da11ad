package semblance.model.preprocess;

import java.io.IOException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.model.ImageCrop;
import semblance.model.RgbImage;
import semblance.model.testing.PhotosTest;
import semblance.model.testing.Pictures;
import semblance.model.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;

/// Crops that Pillow 9.4 made of lossless files. What decoders disagree on (JPEG, WebP, CMYK, EXIF) is the business of
/// the photo decoder's tests.
///
/// The reference drops alpha: a pixel keeps the colour of its palette entry. `palette-alpha.png` has a transparent entry
/// but no pixel uses it; all of it is opaque red, and so are the reference crops.
@PhotosTest
final class PillowCropsTest {
    private static final String FOLDER = "golden/preprocess/";

    @ParameterizedTest
    @ValueSource(strings = {"panorama.png", "tiny.png", "palette.gif", "palette-alpha.png"})
    void shortestSideCropsAreThoseOfPillow(String file) throws IOException {
        assertSame(new ShortestSideCrop(224).crop(picture(file)), picture(reference(file, "shortest224")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"panorama.png", "tiny.png", "palette.gif", "palette-alpha.png"})
    void squashedPicturesAreThoseOfPillow(String file) throws IOException {
        assertSame(new Squash(256).crop(picture(file)), picture(reference(file, "squash256")));
    }

    /// Stricter than the 2 of 255 that decoders are allowed: without a lossy decoder in between nothing may differ.
    private static void assertSame(ImageCrop crop, RgbImage reference) {
        assertThat(crop.pixels()).isEqualTo(reference.pixels());
    }

    private static String reference(String file, String kind) {
        return file.replace('.', '-') + "." + kind + ".png";
    }

    private static RgbImage picture(String file) throws IOException {
        return Pictures.read(SharedFolder.require().resolve(FOLDER + file));
    }
}
