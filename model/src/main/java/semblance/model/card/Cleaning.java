package semblance.model.card;

import java.util.Locale;
import java.util.regex.Pattern;

/// What is done to a text before its tokenizer sees it.
public enum Cleaning {
    /// Nothing: the tokenizer does all of it.
    NONE {
        @Override
        public String clean(String text) {
            return text;
        }
    },
    /// Runs of white space become one blank, none is left at the ends.
    WHITESPACE {
        @Override
        public String clean(String text) {
            return SPACES.matcher(text).replaceAll(" ").strip();
        }
    },
    /// The same, in lower case.
    LOWERCASE {
        @Override
        public String clean(String text) {
            return WHITESPACE.clean(text.toLowerCase(Locale.ROOT));
        }
    },
    /// The same, without the punctuation of ASCII: how SigLIP's training texts were written.
    CANONICALIZE {
        @Override
        public String clean(String text) {
            return LOWERCASE.clean(PUNCTUATION.matcher(text).replaceAll(""));
        }
    };

    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");

    /// The text for the tokenizer.
    public abstract String clean(String text);
}
