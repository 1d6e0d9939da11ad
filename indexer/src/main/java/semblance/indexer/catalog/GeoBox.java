package semblance.indexer.catalog;

import java.util.List;

import semblance.indexer.metadata.GeoPoint;

/// The parallels and meridians between which all places within a radius lie, and some more.
///
/// @param longitudes one range, or two where the meridian opposite Greenwich lies within
record GeoBox(Range latitudes, List<Range> longitudes) {
    /// Degrees, both ends within.
    record Range(double from, double to) {
    }

    private static final Range ALL_AROUND = new Range(-180, 180);

    static GeoBox around(double latitude, double longitude, double metres) {
        // A little more than needed: what rounding does to the edge is for the exact distance to settle.
        double angle = GeoPoint.degrees(metres) * (1 + 1e-9) + 1e-9;
        Range latitudes = new Range(latitude - angle, latitude + angle);
        if (latitudes.from() <= -90 || latitudes.to() >= 90) {
            return new GeoBox(latitudes, List.of(ALL_AROUND)); // a pole lies within, and with it all meridians
        }
        // The meridians that touch the circle do so nearer to the pole than its centre.
        double east = Math.toDegrees(
                Math.asin(Math.min(1, Math.sin(Math.toRadians(angle)) / Math.cos(Math.toRadians(latitude))))) + 1e-9;
        double from = longitude - east;
        double to = longitude + east;
        if (from < -180) {
            return new GeoBox(latitudes, List.of(new Range(-180, to), new Range(from + 360, 180)));
        }
        return new GeoBox(latitudes, to > 180
                ? List.of(new Range(from, 180), new Range(-180, to - 360))
                : List.of(new Range(from, to)));
    }
}
