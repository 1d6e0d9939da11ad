package semblance.indexer.catalog;

import java.util.Optional;

import semblance.indexer.metadata.Annotations;
import semblance.indexer.metadata.CaptureTime;
import semblance.indexer.metadata.Exposure;
import semblance.indexer.metadata.GeoPoint;

/// All that is known of a photo apart from what it shows and its tags: by its sidecar, by itself, and by its file.
///
/// @param format as the catalog names it, such as `jpeg`
/// @param width  upright, in pixels
/// @param height upright, in pixels
/// @param size   of its file, in bytes
/// @param read   whether its data have been read; libraries of older programs are read after the fact
/// @param camera empty if unknown
/// @param lens   empty if unknown
public record PhotoDetails(String format, int width, int height, long size, boolean read, CaptureTime taken,
        String camera, String lens, Exposure exposure, Optional<GeoPoint> place, Annotations annotations) {
}
