package semblance.indexer.metadata;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Parses XMP out of files that anybody may have made.
final class XmpPacket {
    /// Histories of edits run to megabytes; beyond that it is no description of a photo.
    static final int LARGEST = 8 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(XmpPacket.class);
    private static final byte[] BEGIN = "<x:xmpmeta".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "</x:xmpmeta>".getBytes(StandardCharsets.US_ASCII);

    private XmpPacket() {
    }

    /// Parses a packet; nothing comes of what is no XMP.
    static Optional<XMPMeta> parse(byte[] packet) {
        if (packet.length == 0 || packet.length > LARGEST) {
            return Optional.empty();
        }
        try {
            // A document type could define entities that grow without end, or name files and hosts.
            return Optional.of(XMPMetaFactory.parseFromBuffer(packet, new ParseOptions().setDisallowDoctype(true)));
        } catch (XMPException e) {
            LOG.debug("no XMP", e);
        } catch (RuntimeException | StackOverflowError e) {
            // Its parser goes down as deep as the elements are nested, and stumbles over some that are garbled.
            LOG.debug("XMP that cannot be parsed", e);
        }
        return Optional.empty();
    }

    /// The first packet that lies anywhere in a file, as XMP is meant to be found where a format is not understood.
    static Optional<XMPMeta> findIn(byte[] file) {
        int begin = indexOf(file, BEGIN, 0);
        int end = begin < 0 ? -1 : indexOf(file, END, begin);
        return end < 0 ? Optional.empty() : parse(Arrays.copyOfRange(file, begin, end + END.length));
    }

    static int indexOf(byte[] file, byte[] wanted, int from) {
        int last = file.length - wanted.length;
        for (int i = from; i <= last; i++) {
            if (file[i] == wanted[0]
                    && Arrays.equals(file, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
