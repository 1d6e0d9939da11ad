package semblance.indexer.decode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

import semblance.model.RgbImage;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

/// Decodes HEIC and AVIF photos: the parts of a grid by FFmpeg's decoders, one after another, and then put together.
final class HeifReader {
    private record Coding(String decoder, String configuration) {
    }

    /// By the type of an item: FFmpeg's decoder, and the property that it is configured by.
    private static final Map<String, Coding> CODINGS = Map.of(
            "hvc1", new Coding("hevc", "hvcC"),
            "av01", new Coding("libaom-av1", "av1C"),
            "avc1", new Coding("h264", "avcC"),
            "jpeg", new Coding("mjpeg", ""),
            "j2k1", new Coding("jpeg2000", ""));
    /// Decoders work in blocks, which may reach beyond the picture.
    private static final int BLOCK = 128;

    private final DecodeLimits limits;

    HeifReader(DecodeLimits limits) {
        this.limits = limits;
    }

    /// @param width  wanted, as stored
    /// @param height wanted, as stored
    RgbImage decode(byte[] content, int width, int height) throws DecodeException {
        HeifFile file = HeifFile.read(content);
        HeifPicture picture = new HeifLayout(file).picture();
        byte[] pixels = samples(file, picture, width, height, AV_PIX_FMT_RGB24, 3);
        @Nullable
        HeifPicture alpha = picture.alpha();
        if (alpha != null) {
            byte[] opacity = samples(file, alpha, width, height, AV_PIX_FMT_GRAY8, 1);
            layOnWhite(pixels, opacity, picture.premultiplied());
        }
        return new RgbImage(width, height, pixels);
    }

    private byte[] samples(HeifFile file, HeifPicture picture, int width, int height, int format, int bytes)
            throws DecodeException {
        limits.checkPixels(picture.width(), picture.height());
        limits.checkPixels(picture.partWidth(), picture.partHeight());
        AVFrame frame = frame(file, picture);
        try {
            FfmpegFrames.crop(frame, picture.crop());
            return FfmpegFrames.pixels(frame, picture.colour(), width, height, format, bytes);
        } finally {
            av_frame_free(frame);
        }
    }

    private static AVFrame frame(HeifFile file, HeifPicture picture) throws DecodeException {
        @Nullable
        AVFrame canvas = null;
        boolean whole = false;
        try (Parts decoder = new Parts(picture)) {
            List<HeifItem> parts = picture.parts();
            for (int i = 0; i < parts.size(); i++) {
                AVFrame part = decoder.decode(parts.get(i), file.data(parts.get(i)));
                if (parts.size() == 1) {
                    return part;
                }
                try {
                    FfmpegFrames.crop(part, new Crop(0, 0, picture.partWidth(), picture.partHeight()));
                    canvas = canvas == null ? FfmpegFrames.like(part, picture.width(), picture.height()) : canvas;
                    put(part, canvas, i % picture.columns() * picture.partWidth(),
                            i / picture.columns() * picture.partHeight());
                } finally {
                    av_frame_free(part);
                }
            }
            whole = true;
        } finally {
            if (canvas != null && !whole) {
                av_frame_free(canvas);
            }
        }
        if (canvas == null) {
            throw Failures.damaged();
        }
        return canvas;
    }

    /// Decodes parts by a decoder that stays open as long as they are configured alike, which most files' are.
    private static final class Parts implements AutoCloseable {
        private final Coding coding;
        private final long pixels;
        private byte[] configuration = {};
        private @Nullable FfmpegCodec codec;

        Parts(HeifPicture picture) throws DecodeException {
            Coding known = CODINGS.get(picture.codec());
            if (known == null) {
                throw Failures.damaged();
            }
            this.coding = known;
            this.pixels = (long) (picture.partWidth() + BLOCK) * (picture.partHeight() + BLOCK);
        }

        AVFrame decode(HeifItem part, byte[] data) throws DecodeException {
            byte[] wanted = part.property(coding.configuration).map(HeifItem.Property::content).orElse(new byte[0]);
            FfmpegCodec open = codec;
            if (open == null || !Arrays.equals(wanted, configuration)) {
                close();
                open = new FfmpegCodec(coding.decoder, wanted, pixels);
                codec = open;
                configuration = wanted;
            }
            return open.decode(data);
        }

        @Override
        public void close() {
            if (codec != null) {
                codec.close();
                codec = null;
            }
        }
    }

    /// Whole columns may hang over.
    private static void put(AVFrame part, AVFrame canvas, int x, int y) throws DecodeException {
        if (x < canvas.width() && y < canvas.height()) {
            FfmpegFrames.put(part, canvas, x, y);
        }
    }

    private static void layOnWhite(byte[] pixels, byte[] opacity, boolean premultiplied) {
        for (int i = 0; i < pixels.length; i++) {
            int value = pixels[i] & 0xff;
            int alpha = opacity[i / 3] & 0xff;
            pixels[i] = premultiplied
                    ? (byte) Math.min(255, value + 255 - alpha)
                    : Colours.overWhite(value, alpha);
        }
    }
}
