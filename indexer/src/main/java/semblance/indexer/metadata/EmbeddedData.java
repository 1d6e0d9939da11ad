package semblance.indexer.metadata;

import java.util.List;

import com.adobe.internal.xmp.XMPMeta;
import com.drew.metadata.Metadata;

/// The blocks of metadata that a photo holds, parsed.
///
/// @param exifAndIptc by their directories
/// @param xmp         packets, the photo's own first
/// @param texts       what is written in texts of the format's own
record EmbeddedData(Metadata exifAndIptc, List<XMPMeta> xmp, Annotations texts) {
    EmbeddedData(Metadata exifAndIptc, List<XMPMeta> xmp) {
        this(exifAndIptc, xmp, Annotations.NONE);
    }
}
