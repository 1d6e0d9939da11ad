package semblance.indexer.metadata;

import java.util.List;

import com.adobe.internal.xmp.XMPMeta;
import com.drew.metadata.Metadata;

/// The blocks of metadata that a photo holds, parsed.
///
/// @param exifAndIptc by their directories
/// @param xmp         packets, the photo's own first
record EmbeddedData(Metadata exifAndIptc, List<XMPMeta> xmp) {
}
