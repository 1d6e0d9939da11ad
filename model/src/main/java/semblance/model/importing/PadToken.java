package semblance.model.importing;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/// Finds the token that fills texts up, which tokenizers name in several places.
record PadToken(JsonNode tokenizer, Stream<JsonNode> configs) {
    /// @param otherwise its id if nobody says
    int id(int otherwise) {
        return configs.map(config -> config.path("pad_token"))
                .map(token -> token.path("content").asText(token.asText()))
                .filter(token -> !token.isEmpty()).map(this::idOf).filter(id -> id >= 0).findFirst()
                .orElseGet(() -> tokenizer.path("padding").path("pad_id").asInt(otherwise));
    }

    private int idOf(String token) {
        for (JsonNode added : tokenizer.path("added_tokens")) {
            if (added.path("content").asText().equals(token)) {
                return added.path("id").asInt(-1);
            }
        }
        JsonNode vocabulary = tokenizer.path("model").path("vocab");
        if (vocabulary.isObject()) {
            return vocabulary.path(token).asInt(-1);
        }
        for (int i = 0; i < vocabulary.size(); i++) {
            if (vocabulary.path(i).path(0).asText().equals(token)) {
                return i;
            }
        }
        return -1;
    }
}
