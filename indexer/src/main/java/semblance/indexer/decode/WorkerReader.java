package semblance.indexer.decode;

import java.io.IOException;

import semblance.model.RgbImage;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_version;
import static org.bytedeco.ffmpeg.global.avformat.avformat_version;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.swscale.swscale_version;

/// What is decoded in worker processes only: FFmpeg's decoders may hang or crash on files made for that. For one thread.
public final class WorkerReader {
    private final ContentSniffer sniffer = new ContentSniffer();
    private final HeaderReader headers = new HeaderReader(new ImageIoReader());
    private final DecodeLimits limits;
    private final HeifReader heif;

    /// Loads FFmpeg.
    public WorkerReader(DecodeLimits limits) {
        av_log_set_level(AV_LOG_QUIET);
        avcodec_version();
        swscale_version();
        avformat_version();
        this.limits = limits;
        this.heif = new HeifReader(limits);
    }

    /// Decodes frames of a video.
    ///
    /// @throws IOException if whoever wants them is gone
    public void video(VideoOrder order, VideoReader.Sink sink) throws IOException, DecodeException {
        new VideoReader(limits).read(order, sink);
    }

    /// Decodes a picture as stored, before it is turned upright, and reduces it to a size.
    ///
    /// @param content the whole file
    /// @param width   wanted, in pixels
    /// @param height  wanted, in pixels
    public RgbImage decode(byte[] content, int width, int height) throws DecodeException {
        PhotoFormat format = sniffer.sniff(content);
        return switch (format) {
            case HEIF, AVIF -> heif.decode(content, width, height);
            case JPEG_2000 -> still(content, "jpeg2000", width, height);
            case PSD -> still(content, "psd", width, height);
            case GIF -> still(content, "gif", width, height);
            case TIFF -> still(content, "tiff", width, height);
            case JPEG, PNG, WEBP, BMP, JPEG_XL, RAW, ICO, TGA, PCX, PNM, OTHER_PICTURE, VIDEO, NOT_A_PICTURE ->
                throw Failures.unreadableFormat(format);
        };
    }

    private RgbImage still(byte[] content, String decoder, int width, int height) throws DecodeException {
        PhotoHeader header = headers.read(content);
        limits.checkPixels(header.width(), header.height());
        return StillReader.decode(content, decoder, header, width, height);
    }
}
