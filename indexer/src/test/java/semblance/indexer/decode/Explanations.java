package semblance.indexer.decode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import semblance.model.RgbImage;

/// Why a picture looks otherwise than to other programs, or is not decoded where they open it: as far as its bytes and
/// what they see tell.
final class Explanations {
    static final String NONE = "unexplained";
    /// Mean difference of 255 from which on two pictures are not the same.
    static final double FAR = 3;
    /// Mean deviation from one colour.
    private static final double PLAIN = 8;
    private static final int BITMAP_COMPRESSION = 30;
    private static final int BITMAP_MASKS = 54;
    private static final int PHOTOMETRIC = 0x0106;
    private static final int LAB = 8;

    /// @param holds whether it is the reason for a picture
    private record Rule(String reason, Predicate<Seen> holds) {
    }

    /// A picture that is seen otherwise.
    @SuppressWarnings("ArrayRecordComponent") // handed to the rules, and never compared
    private record Seen(PhotoFormat format, byte[] content, DecodedPhoto ours, Map<String, RgbImage> theirs) {
        boolean isBitmap(int... compressions) {
            return format == PhotoFormat.BMP && content.length > BITMAP_MASKS + 16 && Arrays.stream(compressions)
                    .anyMatch(one -> Bytes.uint32Little(content, BITMAP_COMPRESSION) == one);
        }

        boolean hasOddMasks() {
            for (int i = 0; i < 3; i++) {
                int bits = Integer.bitCount((int) Bytes.uint32Little(content, BITMAP_MASKS + 4 * i));
                if (bits != 5 && bits != 6 && bits != 8) {
                    return true;
                }
            }
            return false;
        }

        boolean hasOddPalette() {
            long bits = Bytes.uint16Little(content, 28);
            long colours = Bytes.uint32Little(content, 46);
            return bits <= 8 && colours != 0 && colours != 1L << bits;
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("it is damaged, and what is left is filled up otherwise by each", seen -> !seen.ours.whole()),
            new Rule("transparent: lies on white here, the others leave transparency out",
                    seen -> leavesOutAlpha(seen)),
            new Rule("runs that are garbled, of which each makes something else", seen -> seen.isBitmap(1, 2)),
            new Rule("colours of unusual numbers of bits, which the others do not spread up to white",
                    seen -> seen.isBitmap(3) && seen.hasOddMasks()),
            new Rule("pixels name colours that its palette has not, or it claims a wrong number of them",
                    seen -> seen.isBitmap(0) && seen.hasOddPalette()),
            new Rule("CIE-Lab, for which the reader takes another white",
                    seen -> seen.format == PhotoFormat.TIFF
                            && TiffDirectory.read(seen.content, 0).number(PHOTOMETRIC, 0) == LAB),
            new Rule("garbled: no two programs see the same", seen -> disagree(seen.theirs)));

    private Explanations() {
    }

    /// @param theirs what other programs see, none of them the same as we
    static String ofFar(PhotoFormat format, byte[] content, DecodedPhoto ours, Map<String, RgbImage> theirs) {
        Seen seen = new Seen(format, content, ours, theirs);
        return RULES.stream().filter(rule -> rule.holds.test(seen)).map(Rule::reason).findFirst().orElse(NONE);
    }

    /// @param theirs what other programs see
    static String ofRefused(PhotoFormat format, byte[] content, Map<String, RgbImage> theirs) {
        if (theirs.isEmpty()) {
            return "opened, but no picture comes of it";
        }
        if (theirs.values().stream().allMatch(Explanations::isPlain)) {
            return "damaged; hardly more than one colour is seen by " + String.join(", ", theirs.keySet());
        }
        if (format == PhotoFormat.BMP) {
            return Optional.of(Bytes.uint32Little(content, 14)).filter(header -> header == 64)
                    .map(_ -> "coded like a fax, which comes out as noise")
                    .orElse("a header of a length that no standard knows");
        }
        return NONE;
    }

    private static boolean isPlain(RgbImage picture) {
        byte[] pixels = picture.pixels();
        double[] means = new double[3];
        for (int i = 0; i < pixels.length; i++) {
            means[i % 3] += (pixels[i] & 0xff) * 3.0 / pixels.length;
        }
        double deviation = 0;
        for (int i = 0; i < pixels.length; i++) {
            deviation += Math.abs((pixels[i] & 0xff) - means[i % 3]) / pixels.length;
        }
        return deviation < PLAIN;
    }

    /// Whether our picture is white where it differs.
    private static boolean leavesOutAlpha(Seen seen) {
        if (seen.format != PhotoFormat.HEIF && seen.format != PhotoFormat.AVIF) {
            return false;
        }
        byte[] ours = seen.ours.image().pixels();
        return seen.theirs.values().stream().allMatch(other -> {
            int differing = 0;
            int white = 0;
            for (int i = 0; i + 2 < Math.min(ours.length, other.pixels().length); i += 3) {
                if (Math.abs((ours[i] & 0xff) - (other.pixels()[i] & 0xff)) > 32) {
                    differing++;
                    white += (ours[i] & ours[i + 1] & ours[i + 2] & 0xff) > 0xe0 ? 1 : 0;
                }
            }
            return white > 0.9 * differing;
        });
    }

    private static boolean disagree(Map<String, RgbImage> pictures) {
        List<RgbImage> all = List.copyOf(pictures.values());
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (mean(all.get(i), all.get(j)) < FAR) {
                    return false;
                }
            }
        }
        return all.size() > 1;
    }

    /// How far two pictures are apart, of 255; not a number if they are of different sizes.
    static double mean(RgbImage one, RgbImage other) {
        return one.width() == other.width() && one.height() == other.height()
                ? Difference.between(one, other).mean()
                : Double.NaN;
    }
}
