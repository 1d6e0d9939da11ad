package semblance.indexer.metadata;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A camera's name of what it says of its make and model: once, and without the kind of company that makes it.
final class CameraName {
    private static final Set<String> COMPANY = Set.of("corporation", "corp", "company", "co", "ltd", "inc", "gmbh",
            "ag", "optical", "imaging", "electronics", "technologies", "technology", "mobile", "communications",
            "digital", "camera", "computer", "electric", "techwin", "systems", "ab");

    private CameraName() {
    }

    /// @param make  such as `NIKON CORPORATION`
    /// @param model such as `NIKON D70`
    static String of(String make, String model) {
        String maker = Stream.of(make.split("[\\s,]+")).filter(word -> !word.isEmpty() && !isCompany(word))
                .collect(Collectors.joining(" "));
        if (model.isEmpty()) {
            return maker.isEmpty() ? make : maker;
        }
        return maker.isEmpty() || names(model, maker) ? model : maker + " " + model;
    }

    private static boolean isCompany(String word) {
        return COMPANY.contains(word.toLowerCase(Locale.ROOT).replace(".", ""));
    }

    /// Whether a model begins with its maker: with one of the words, or as HP does with the initials.
    private static boolean names(String model, String maker) {
        String start = model.toLowerCase(Locale.ROOT);
        String initials = Stream.of(maker.split("[\\s-]+")).filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1)).collect(Collectors.joining());
        return Stream.concat(Stream.of(maker.split("\\s+")), initials.length() > 1
                ? Stream.of(initials)
                : Stream.empty()).map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(word -> start.startsWith(word)
                        && (start.length() == word.length()
                                || !Character.isLetter(start.charAt(word.length()))));
    }
}
