package semblance.app.bench;

import java.util.List;
import java.util.function.Consumer;

import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.DecodedPhoto;
import semblance.indexer.decode.DrawnJpeg;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.thumbnail.ThumbnailStore;
import semblance.model.ImagePreprocessing;
import semblance.model.RgbImage;
import semblance.model.preprocess.ShortestSideCrop;
import semblance.model.preprocess.Squash;

/// Measures the way from a file to a crop, on one thread.
///
/// @param own the preprocessing of the current model
record PictureBench(Stopwatch stopwatch, ImagePreprocessing own, Consumer<Figure> figures) {
    private static final int CLIP = 224;
    private static final int SIGLIP = 256;

    void run(List<Integer> widths) throws DecodeException {
        PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT);
        for (int width : widths) {
            byte[] jpeg = DrawnJpeg.of(width, width * 3 / 4);
            stopwatch.goOn();
            RgbImage whole = decode(decoder, jpeg, Integer.MAX_VALUE, Integer.MAX_VALUE);
            RgbImage scaled = decode(decoder, jpeg, 2 * own.size(), ThumbnailStore.LONGEST_EDGE);
            preprocess("the model's, " + own.size(), own, scaled);
            for (RgbImage picture : List.of(scaled, whole)) {
                preprocess("shortest side, " + CLIP, new ShortestSideCrop(CLIP), picture);
                preprocess("squash, " + SIGLIP, new Squash(SIGLIP), picture);
            }
        }
    }

    private RgbImage decode(PhotoDecoder decoder, byte[] jpeg, int shortest, int longest) throws DecodeException {
        DecodedPhoto photo = decoder.decode(jpeg, shortest, longest);
        Timing timing = stopwatch.measure(() -> decodeAgain(decoder, jpeg, shortest, longest));
        figures.accept(new Figure.Decode(photo.width(), photo.height(), jpeg.length, photo.image().width(),
                photo.image().height(), timing));
        return photo.image();
    }

    private static void decodeAgain(PhotoDecoder decoder, byte[] jpeg, int shortest, int longest) {
        try {
            decoder.decode(jpeg, shortest, longest);
        } catch (DecodeException e) {
            throw new IllegalStateException("what was decoded once cannot be decoded again", e);
        }
    }

    private void preprocess(String kind, ImagePreprocessing preprocessing, RgbImage picture) {
        Timing timing = stopwatch.measure(() -> preprocessing.crop(picture));
        figures.accept(new Figure.Preprocess(kind, picture.width(), picture.height(), timing));
    }
}
