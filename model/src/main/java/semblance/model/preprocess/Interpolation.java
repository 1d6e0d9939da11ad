package semblance.model.preprocess;

/// The kernel that a resize weighs input pixels with. Stretched by the scale when shrinking, so that no pixel is skipped
/// ("antialiased").
public enum Interpolation {
    /// A triangle.
    BILINEAR(1) {
        @Override
        double weight(double distance) {
            return 1 - distance;
        }
    },
    /// The cubic convolution of Keys (1981) with a = -0.5.
    BICUBIC(2) {
        @Override
        double weight(double distance) {
            return distance < 1
                    ? ((A + 2) * distance - (A + 3)) * distance * distance + 1
                    : (((distance - 5) * distance + 8) * distance - 4) * A;
        }
    },
    /// A sine wave under the middle of a wider one (Lanczos, three lobes).
    LANCZOS(3) {
        @Override
        double weight(double distance) {
            return sinc(distance) * sinc(distance / 3);
        }
    };

    private static final double A = -0.5;

    private final int support;

    Interpolation(int support) {
        this.support = support;
    }

    /// How far the kernel reaches to either side, in pixels of the coarser picture.
    int support() {
        return support;
    }

    /// The kernel at a distance from its centre, not yet normalised.
    double kernel(double offset) {
        double distance = Math.abs(offset);
        return distance < support ? weight(distance) : 0;
    }

    /// The kernel within its support.
    abstract double weight(double distance);

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
    }
}
