package semblance.indexer.decode;

import java.util.List;
import java.util.Optional;

/// The kinds of files that hold videos, told by their first bytes. Each is read by one demuxer of FFmpeg's, which is
/// named here and never left to FFmpeg to guess: playlists, and whatever else points to other files, are none of them.
enum VideoContainer {
    /// MP4, MOV, 3GP.
    ISO_MEDIA("mov"),
    /// MKV, WebM.
    MATROSKA("matroska"), AVI("avi"),
    /// WMV.
    ASF("asf"),
    /// Television, and M2TS of camcorders.
    MPEG_TS("mpegts"),
    /// MPG, VOB.
    MPEG_PS("mpeg"), FLV("flv"), OGG("ogg");

    private static final String MATROSKA_MARK = "\u001aE\u00df\u00a3";
    private static final String ASF_MARK = "0&\u00b2u\u008ef\u00cf\u0011\u00a6\u00d9\0\u00aa\0b\u00cel";
    private static final List<String> QUICKTIME_BOXES = List.of("moov", "mdat", "wide", "pnot");
    private static final int PACKET = 188;
    /// Of M2TS, before each packet.
    private static final int TIME_STAMP = 4;
    private static final int PACKETS = 5;

    private final String demuxer;

    VideoContainer(String demuxer) {
        this.demuxer = demuxer;
    }

    /// As FFmpeg calls it.
    String demuxer() {
        return demuxer;
    }

    /// @param head a file's first bytes
    static Optional<VideoContainer> of(byte[] head) {
        if (Bytes.matches(head, 4, "ftyp")) {
            return Optional.of(ISO_MEDIA).filter(_ -> FileBrands.read(head).format() == PhotoFormat.VIDEO);
        }
        if (isOldQuickTime(head)) {
            return Optional.of(ISO_MEDIA);
        }
        if (Bytes.matches(head, 0, MATROSKA_MARK)) {
            return Optional.of(MATROSKA);
        }
        if (Bytes.matches(head, 0, "RIFF") && Bytes.matches(head, 8, "AVI ")) {
            return Optional.of(AVI);
        }
        if (Bytes.matches(head, 0, ASF_MARK)) {
            return Optional.of(ASF);
        }
        if (Bytes.matches(head, 0, "FLV\u0001")) {
            return Optional.of(FLV);
        }
        if (Bytes.matches(head, 0, "OggS") && holds(head, "\u0080theora")) { // others are music
            return Optional.of(OGG);
        }
        if (isProgramStream(head)) {
            return Optional.of(MPEG_PS);
        }
        boolean transport = isTransportStream(head, 0, PACKET)
                || isTransportStream(head, TIME_STAMP, PACKET + TIME_STAMP);
        return transport ? Optional.of(MPEG_TS) : Optional.empty();
    }

    /// Of a file older than `ftyp`. Unlike the length of a box, a text does not begin with a control character.
    private static boolean isOldQuickTime(byte[] head) {
        return QUICKTIME_BOXES.stream().anyMatch(box -> Bytes.matches(head, 4, box)) && head[0] >= 0 && head[0] < '\t';
    }

    private static boolean isProgramStream(byte[] head) {
        return Bytes.matches(head, 0, "\0\0\u0001\u00ba") && head.length > 4
                && ((head[4] & 0xc4) == 0x44 || (head[4] & 0xf1) == 0x21);
    }

    private static boolean isTransportStream(byte[] head, int first, int step) {
        for (int packet = 0; packet < PACKETS; packet++) {
            if (!Bytes.matches(head, first + packet * step, "G")) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(byte[] head, String mark) {
        for (int offset = 0; offset < head.length; offset++) {
            if (Bytes.matches(head, offset, mark)) {
                return true;
            }
        }
        return false;
    }
}
