package semblance.indexer.metadata;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// A place on earth.
///
/// @param latitude  degrees north, from -90 to 90
/// @param longitude degrees east, from -180 to 180
/// @param altitude  metres above the sea, if known
public record GeoPoint(double latitude, double longitude, @Nullable Double altitude) {
    private static final double EARTH_RADIUS_M = 6_371_008.8;

    /// A place that a device has written, if it can be one. Devices without a fix write zeros; no photo lies on that very
    /// point in the Gulf of Guinea.
    static Optional<GeoPoint> written(double latitude, double longitude, @Nullable Double altitude) {
        boolean possible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                && !(latitude == 0 && longitude == 0);
        Double height = altitude != null && Math.abs(altitude) < 100_000 ? altitude : null;
        return possible ? Optional.of(new GeoPoint(latitude, longitude, height)) : Optional.empty();
    }

    /// The distance along the earth's surface, in metres.
    public double metresTo(double otherLatitude, double otherLongitude) {
        double north = Math.sin(Math.toRadians(otherLatitude - latitude) / 2);
        double east = Math.sin(Math.toRadians(otherLongitude - longitude) / 2);
        double haversine = north * north
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(otherLatitude)) * east * east;
        return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(Math.min(1, haversine)));
    }

    /// How many degrees of latitude a distance is.
    public static double degrees(double metres) {
        return Math.toDegrees(metres / EARTH_RADIUS_M);
    }
}
