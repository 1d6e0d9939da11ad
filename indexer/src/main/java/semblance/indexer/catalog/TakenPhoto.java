package semblance.indexer.catalog;

import java.util.Optional;

import semblance.indexer.metadata.CaptureTime;
import semblance.indexer.metadata.GeoPoint;

/// A photo with when, and where, it was taken.
///
/// @param durationMs how long it goes on, if it is a video that tells; else 0
public record TakenPhoto(long photoId, CaptureTime taken, Optional<GeoPoint> place, long durationMs) {
}
