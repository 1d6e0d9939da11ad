package semblance.indexer.decode;

import semblance.model.RgbImage;

/// How far two pictures of the same size are apart, in steps of 255 per value.
///
/// @param withinSix the part of all values that differ by 6 at most, from 0 to 1
record Difference(int largest, double mean, double withinSix) {
    static Difference between(RgbImage one, RgbImage other) {
        if (one.width() != other.width() || one.height() != other.height()) {
            throw new IllegalArgumentException("pictures of different sizes");
        }
        return between(one.pixels(), other.pixels());
    }

    static Difference between(byte[] one, byte[] other) {
        int largest = 0;
        long sum = 0;
        int within = 0;
        for (int i = 0; i < one.length; i++) {
            int difference = Math.abs((one[i] & 0xff) - (other[i] & 0xff));
            largest = Math.max(largest, difference);
            sum += difference;
            within += difference <= 6 ? 1 : 0;
        }
        return new Difference(largest, (double) sum / one.length, (double) within / one.length);
    }
}
