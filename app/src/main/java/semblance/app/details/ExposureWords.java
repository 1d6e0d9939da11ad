package semblance.app.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import semblance.indexer.metadata.Exposure;

/// How a photo was exposed, as photographers write it.
final class ExposureWords {
    /// From here on cameras show decimals instead of fractions.
    private static final double LONGEST_FRACTION = 0.26;

    private ExposureWords() {
    }

    /// `1/250 s · f/2.8 · 50 mm · ISO 200`, as far as it is known.
    static String of(Exposure exposure) {
        List<String> parts = new ArrayList<>();
        Double seconds = exposure.seconds();
        if (seconds != null) {
            parts.add((seconds < LONGEST_FRACTION ? "1/" + Math.round(1 / seconds) : decimal(seconds)) + " s");
        }
        Double fNumber = exposure.fNumber();
        if (fNumber != null) {
            parts.add("f/" + decimal(fNumber));
        }
        Double focal = exposure.focalLength();
        Double equivalent = exposure.focalLength35();
        if (focal != null) {
            parts.add(decimal(focal) + " mm" + (equivalent != null && Math.abs(equivalent - focal) >= 1
                    ? " (as " + Math.round(equivalent) + " mm)"
                    : ""));
        }
        if (exposure.iso() != null) {
            parts.add("ISO " + exposure.iso());
        }
        return String.join(" · ", parts);
    }

    private static String decimal(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
