package semblance.app.cli;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.Strictness;

/// Options of the commands that list photos.
final class SearchOptionsMixin {
    /// How the photos are listed, where not for people to read.
    static final class Format {
        @Option(names = "--json", required = true, description = "Prints one JSON document a photo, weaker matches too.")
        boolean json;

        @Option(names = {"-0",
            "--null"}, required = true, description = "Prints paths alone, each ended by a zero byte, for xargs -0.")
        boolean zero;
    }

    /// Whole and at least 1.
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            try {
                int count = Integer.parseInt(text);
                if (count >= 1) {
                    return count;
                }
            } catch (NumberFormatException e) {
                throw new TypeConversionException("\"" + text + "\" is no number");
            }
            throw new TypeConversionException("it has to be at least 1, not " + text);
        }
    }

    /// In small letters, as all that is typed.
    static final class Level implements ITypeConverter<Strictness> {
        @Override
        public Strictness convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "loose" -> Strictness.LOOSE;
                case "normal" -> Strictness.NORMAL;
                case "strict" -> Strictness.STRICT;
                default -> throw new TypeConversionException("it is loose, normal or strict, not \"" + text + "\"");
            };
        }
    }

    @Option(names = "--top", paramLabel = "N", defaultValue = "20", converter = Count.class, description = "Lists at most N photos (${DEFAULT-VALUE}).")
    int top;

    @Option(names = "--strictness", paramLabel = "LEVEL", defaultValue = "normal", converter = Level.class, description = "How clearly a photo has to show it: loose, normal or strict (${DEFAULT-VALUE}).")
    Strictness strictness = Strictness.NORMAL;

    @ArgGroup
    @Nullable
    Format format;

    SearchOptions options() {
        return new SearchOptions(top, strictness);
    }

    boolean json() {
        return format != null && format.json;
    }

    boolean zero() {
        return format != null && format.zero;
    }
}
