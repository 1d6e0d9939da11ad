package semblance.indexer.decode;

import java.util.Arrays;

import semblance.model.RgbImage;

/// The eight ways in which a camera lays a picture down, as EXIF counts them (tag 0x0112): which edge of the upright
/// picture the stored first row and first column are.
public enum Orientation {
    /// Stored as it is to be seen.
    UPRIGHT(false, false, false),
    /// Mirrored left to right.
    MIRRORED(false, true, false),
    /// Upside down.
    HALF_TURN(false, true, true),
    /// Mirrored top to bottom.
    FLIPPED(false, false, true),
    /// Mirrored along the diagonal from top left.
    TRANSPOSED(true, false, false),
    /// To be turned by 90 degrees clockwise.
    QUARTER_TURN(true, false, true),
    /// Mirrored along the diagonal from top right.
    TRANSVERSE(true, true, true),
    /// To be turned by 90 degrees counter-clockwise.
    THREE_QUARTER_TURN(true, true, false);

    private final boolean swapsAxes;
    private final boolean columnsBackwards;
    private final boolean rowsBackwards;

    Orientation(boolean swapsAxes, boolean columnsBackwards, boolean rowsBackwards) {
        this.swapsAxes = swapsAxes;
        this.columnsBackwards = columnsBackwards;
        this.rowsBackwards = rowsBackwards;
    }

    /// The orientation of an EXIF value; those that EXIF does not define mean as stored.
    public static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
    }

    /// The orientation of a video's display matrix, of which the upper left part is given: stored (x, y) is shown at
    /// (ax + cy, bx + dy). What is neither turned by right angles nor mirrored means as stored.
    public static Orientation ofMatrix(int a, int b, int c, int d) {
        boolean swaps = Math.abs((long) b) + Math.abs((long) c) > Math.abs((long) a) + Math.abs((long) d);
        boolean columns = swaps ? b < 0 : a < 0;
        boolean rows = swaps ? c < 0 : d < 0;
        return Arrays.stream(values()).filter(each -> each.swapsAxes == swaps && each.columnsBackwards == columns
                && each.rowsBackwards == rows).findFirst().orElseThrow();
    }

    /// Whether upright width is stored height.
    public boolean swapsAxes() {
        return swapsAxes;
    }

    /// The orientation that is this one, and another one of its result after it.
    Orientation then(Orientation next) {
        // What is turned on its side has its rows where the next one looks for columns.
        boolean columns = columnsBackwards ^ (swapsAxes ? next.rowsBackwards : next.columnsBackwards);
        boolean rows = rowsBackwards ^ (swapsAxes ? next.columnsBackwards : next.rowsBackwards);
        boolean swaps = swapsAxes ^ next.swapsAxes;
        return Arrays.stream(values()).filter(each -> each.swapsAxes == swaps && each.columnsBackwards == columns
                && each.rowsBackwards == rows).findFirst().orElseThrow();
    }

    /// Where a part of the upright picture is stored.
    ///
    /// @param width  of the whole picture, as stored
    /// @param height of the whole picture, as stored
    Crop stored(Crop upright, int width, int height) {
        Crop turned = swapsAxes
                ? new Crop(upright.y(), upright.x(), upright.height(), upright.width())
                : upright;
        return new Crop(columnsBackwards ? width - turned.x() - turned.width() : turned.x(),
                rowsBackwards ? height - turned.y() - turned.height() : turned.y(), turned.width(), turned.height());
    }

    /// Turns stored pixels upright.
    ///
    /// @return a new picture, or the one given where nothing is to be turned
    RgbImage upright(RgbImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = stored.width();
        int height = stored.height();
        int uprightWidth = swapsAxes ? height : width;
        // A stored column or row is a walk of constant step through the upright picture.
        int columnStep = 3 * (columnsBackwards ? -1 : 1) * (swapsAxes ? uprightWidth : 1);
        int rowStep = 3 * (rowsBackwards ? -1 : 1) * (swapsAxes ? 1 : uprightWidth);
        int origin = (columnsBackwards ? -columnStep * (width - 1) : 0) + (rowsBackwards ? -rowStep * (height - 1) : 0);
        byte[] from = stored.pixels();
        byte[] to = new byte[from.length];
        int source = 0;
        for (int y = 0; y < height; y++) {
            int target = origin + y * rowStep;
            for (int x = 0; x < width; x++, target += columnStep, source += 3) {
                to[target] = from[source];
                to[target + 1] = from[source + 1];
                to[target + 2] = from[source + 2];
            }
        }
        return new RgbImage(uprightWidth, swapsAxes ? width : height, to);
    }
}
