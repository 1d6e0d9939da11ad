package semblance.indexer.decode;

import org.bytedeco.ffmpeg.avutil.AVFrame;

import semblance.model.RgbImage;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

/// Decodes files that are one picture to FFmpeg.
final class StillReader {
    private static final int BLOCK = 128;

    private StillReader() {
    }

    /// @param decoder as FFmpeg calls it
    /// @param header  of the file
    /// @param width   wanted
    /// @param height  wanted
    static RgbImage decode(byte[] content, String decoder, PhotoHeader header, int width, int height)
            throws DecodeException {
        long pixels = (long) (header.width() + BLOCK) * (header.height() + BLOCK);
        AVFrame frame;
        try (FfmpegCodec codec = new FfmpegCodec(decoder, new byte[0], pixels)) {
            frame = codec.decode(content);
        }
        try {
            FfmpegFrames.crop(frame, new Crop(0, 0, header.width(), header.height()));
            if ((av_pix_fmt_desc_get(frame.format()).flags() & AV_PIX_FMT_FLAG_ALPHA) == 0) {
                return new RgbImage(width, height,
                        FfmpegFrames.pixels(frame, CodedColour.UNKNOWN, width, height, AV_PIX_FMT_RGB24, 3));
            }
            byte[] rgba = FfmpegFrames.pixels(frame, CodedColour.UNKNOWN, width, height, AV_PIX_FMT_RGBA, 4);
            return new RgbImage(width, height, onWhite(rgba));
        } finally {
            av_frame_free(frame);
        }
    }

    private static byte[] onWhite(byte[] rgba) {
        byte[] rgb = new byte[rgba.length / 4 * 3];
        for (int source = 0, target = 0; source < rgba.length; source += 4) {
            for (int channel = 0; channel < 3; channel++) {
                rgb[target++] = Colours.overWhite(rgba[source + channel] & 0xff, rgba[source + 3] & 0xff);
            }
        }
        return rgb;
    }
}
