package semblance.indexer.decode;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;

import semblance.indexer.decode.DecodeException.Reason;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_CROP_UNALIGNED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP10LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP12LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P10LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P12LE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_apply_cropping;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;
import static org.bytedeco.ffmpeg.global.avutil.av_image_get_linesize;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_count_planes;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

/// What is done with decoded frames: put together, cropped, reduced, turned into bytes.
final class FfmpegFrames {
    private static final int ALIGNMENT = 64;
    private static final int UNITY = 1 << 16;

    private FfmpegFrames() {
    }

    /// An empty frame of a part's kind.
    ///
    /// @return for the caller to free
    static AVFrame like(AVFrame part, int width, int height) throws DecodeException {
        AVFrame canvas = av_frame_alloc();
        av_frame_copy_props(canvas, part);
        canvas.format(part.format()).width(width).height(height);
        if (av_frame_get_buffer(canvas, ALIGNMENT) < 0) {
            av_frame_free(canvas);
            throw new DecodeException(Reason.TOO_LARGE, "There is not enough memory to decode it.");
        }
        return canvas;
    }

    /// Copies a part onto a canvas, less what hangs over.
    ///
    /// @param x where its left edge comes, inside the canvas
    /// @param y where its top edge comes, inside the canvas
    static void put(AVFrame part, AVFrame canvas, int x, int y) throws DecodeException {
        AVPixFmtDescriptor format = av_pix_fmt_desc_get(canvas.format());
        if (part.format() != canvas.format() || x % (1 << format.log2_chroma_w()) != 0
                || y % (1 << format.log2_chroma_h()) != 0) {
            throw Failures.damaged();
        }
        int width = Math.min(part.width(), canvas.width() - x);
        int height = Math.min(part.height(), canvas.height() - y);
        for (int plane = 0; plane < av_pix_fmt_count_planes(canvas.format()); plane++) {
            boolean chroma = plane == 1 || plane == 2;
            int shift = chroma ? format.log2_chroma_h() : 0;
            long offset = (long) (y >> shift) * canvas.linesize(plane)
                    + (x == 0 ? 0 : av_image_get_linesize(canvas.format(), x, plane));
            BytePointer target = new BytePointer(canvas.data(plane)).position(offset);
            av_image_copy_plane(target, canvas.linesize(plane), part.data(plane), part.linesize(plane),
                    av_image_get_linesize(canvas.format(), width, plane), -(-height >> shift));
        }
    }

    /// Leaves a part of a frame.
    static void crop(AVFrame frame, Crop part) throws DecodeException {
        if (part.x() + part.width() > frame.width() || part.y() + part.height() > frame.height()) {
            throw Failures.damaged();
        }
        frame.crop_left(part.x());
        frame.crop_top(part.y());
        frame.crop_right(frame.width() - part.x() - part.width());
        frame.crop_bottom(frame.height() - part.y() - part.height());
        if (av_frame_apply_cropping(frame, AV_FRAME_CROP_UNALIGNED) < 0) {
            throw Failures.damaged();
        }
    }

    /// Reduces a frame by taking means.
    ///
    /// @param target FFmpeg's number of a pixel format with one plane
    /// @param bytes  of a pixel in it
    static byte[] pixels(AVFrame frame, CodedColour colour, int width, int height, int target, int bytes)
            throws DecodeException {
        boolean reduces = width < frame.width() || height < frame.height();
        int flags = (reduces ? SWS_AREA : SWS_BICUBIC) | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;
        SwsContext scaler = sws_getContext(frame.width(), frame.height(), format(frame, colour), width, height, target,
                flags, null, null, (DoublePointer) null);
        if (scaler == null) {
            throw Failures.unsupported("Pictures with these samples");
        }
        AVFrame result = av_frame_alloc();
        try {
            result.format(target).width(width).height(height);
            IntPointer coefficients = sws_getCoefficients(matrix(frame, colour));
            sws_setColorspaceDetails(scaler, coefficients, isFull(frame, colour) ? 1 : 0, coefficients, 1, 0, UNITY,
                    UNITY);
            if (av_frame_get_buffer(result, ALIGNMENT) < 0) {
                throw new DecodeException(Reason.TOO_LARGE, "There is not enough memory to decode it.");
            }
            if (sws_scale(scaler, frame.data(), frame.linesize(), 0, frame.height(), result.data(),
                    result.linesize()) != height) {
                throw Failures.damaged();
            }
            return rows(result, width * bytes, height);
        } finally {
            av_frame_free(result);
            sws_freeContext(scaler);
        }
    }

    private static byte[] rows(AVFrame frame, int length, int height) {
        byte[] rows = new byte[length * height];
        BytePointer from = new BytePointer(frame.data(0));
        for (int y = 0; y < height; y++) {
            from.position((long) y * frame.linesize(0)).get(rows, y * length, length);
        }
        return rows;
    }

    /// Samples of red, green and blue that were coded as they are stand in planes called otherwise.
    private static int format(AVFrame frame, CodedColour colour) {
        if (colour.matrix() != CodedColour.IDENTITY) {
            return frame.format();
        }
        if (frame.format() == AV_PIX_FMT_YUV444P) {
            return AV_PIX_FMT_GBRP;
        }
        if (frame.format() == AV_PIX_FMT_YUV444P10LE) {
            return AV_PIX_FMT_GBRP10LE;
        }
        return frame.format() == AV_PIX_FMT_YUV444P12LE ? AV_PIX_FMT_GBRP12LE : frame.format();
    }

    private static int matrix(AVFrame frame, CodedColour colour) {
        int matrix = colour.matrix() == CodedColour.UNSPECIFIED ? frame.colorspace() : colour.matrix();
        // What MIAF says of pictures that do not say it.
        return matrix == CodedColour.UNSPECIFIED ? AVCOL_SPC_SMPTE170M : matrix;
    }

    private static boolean isFull(AVFrame frame, CodedColour colour) {
        if (colour.matrix() != CodedColour.UNSPECIFIED) {
            return colour.fullRange();
        }
        return frame.color_range() == AVCOL_RANGE_UNSPECIFIED
                ? colour.fullRange()
                : frame.color_range() == AVCOL_RANGE_JPEG;
    }
}
