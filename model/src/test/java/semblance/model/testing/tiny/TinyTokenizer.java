package semblance.model.testing.tiny;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/// Tokenizers small enough to follow by hand, as a tokenizer.json and as a few lines of Java.
enum TinyTokenizer {
    /// Byte pairs of CLIP without any merge: a token a letter, the last of a word marked, in lower case, between a start
    /// and an end, the end having the highest id.
    LETTERS {
        @Override
        Map<String, Object> json() {
            Map<String, Integer> vocabulary = vocabulary();
            return Map.of("version", "1.0", "added_tokens",
                    List.of(special(START, vocabulary), special(END, vocabulary)), "normalizer",
                    Map.of("type", "Lowercase"), "pre_tokenizer", Map.of("type", "WhitespaceSplit"), "post_processor",
                    Map.of("type", "RobertaProcessing", "sep", List.of(END, vocabulary.get(END)), "cls",
                            List.of(START, vocabulary.get(START)), "trim_offsets", false, "add_prefix_space", false),
                    "model", Map.of("type", "BPE", "unk_token", END, "continuing_subword_prefix", "",
                            "end_of_word_suffix", "</w>", "fuse_unk", false, "vocab", vocabulary, "merges",
                            List.of()));
        }

        @Override
        Map<String, Integer> vocabulary() {
            Map<String, Integer> vocabulary = new LinkedHashMap<>();
            for (char letter = 'a'; letter <= 'z'; letter++) {
                vocabulary.put(String.valueOf(letter), vocabulary.size());
                vocabulary.put(letter + "</w>", vocabulary.size());
            }
            vocabulary.put(START, vocabulary.size());
            vocabulary.put(END, vocabulary.size());
            return vocabulary;
        }

        @Override
        List<Long> ids(String text) {
            Map<String, Integer> vocabulary = vocabulary();
            List<Long> ids = new ArrayList<>(List.of(id(START, vocabulary)));
            for (String word : text.toLowerCase(Locale.ROOT).split(" ", -1)) {
                for (int i = 0; i < word.length(); i++) {
                    ids.add(id(word.charAt(i) + (i + 1 < word.length() ? "" : "</w>"), vocabulary));
                }
            }
            ids.add(id(END, vocabulary));
            return ids;
        }
    },
    /// A token a word and one for the end, which also fills up; words have to be in lower case and without punctuation.
    WORDS {
        @Override
        Map<String, Object> json() {
            Map<String, Integer> vocabulary = vocabulary();
            return Map.of("version", "1.0", "added_tokens", List.of(special(STOP, vocabulary)), "pre_tokenizer",
                    Map.of("type", "WhitespaceSplit"), "post_processor",
                    Map.of("type", "TemplateProcessing", "single",
                            List.of(Map.of("Sequence", Map.of("id", "A", "type_id", 0)),
                                    Map.of("SpecialToken", Map.of("id", STOP, "type_id", 0))),
                            "pair", List.of(Map.of("Sequence", Map.of("id", "A", "type_id", 0))), "special_tokens",
                            Map.of(STOP,
                                    Map.of("id", STOP, "ids", List.of(vocabulary.get(STOP)), "tokens", List.of(STOP)))),
                    "model", Map.of("type", "WordLevel", "vocab", vocabulary, "unk_token", "<unk>"));
        }

        @Override
        Map<String, Integer> vocabulary() {
            Map<String, Integer> vocabulary = new LinkedHashMap<>();
            for (String word : List.of("<unk>", STOP, "a", "dog", "on", "the", "beach", "two", "red", "houses", "at",
                    "night", "photo", "of")) {
                vocabulary.put(word, vocabulary.size());
            }
            return vocabulary;
        }

        @Override
        List<Long> ids(String text) {
            Map<String, Integer> vocabulary = vocabulary();
            List<Long> ids = new ArrayList<>();
            for (String word : text.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").split(" +", -1)) {
                ids.add(vocabulary.getOrDefault(word, 0).longValue());
            }
            ids.add(id(STOP, vocabulary));
            return ids;
        }
    };

    static final String START = "<|startoftext|>";
    static final String END = "<|endoftext|>";
    static final String STOP = "</s>";

    abstract Map<String, Object> json();

    abstract Map<String, Integer> vocabulary();

    /// The tokens of a text in plain words, worked out without the tokenizer.
    abstract List<Long> ids(String text);

    byte[] bytes() {
        try {
            return new ObjectMapper().writeValueAsBytes(json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static long id(String token, Map<String, Integer> vocabulary) {
        return Objects.requireNonNull(vocabulary.get(token), token);
    }

    private static Map<String, Object> special(String token, Map<String, Integer> vocabulary) {
        return Map.of("id", id(token, vocabulary), "content", token, "single_word", false, "lstrip", false, "rstrip",
                false, "normalized", false, "special", true);
    }
}
