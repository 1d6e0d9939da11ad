package semblance.model.card;

import java.io.IOException;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import semblance.model.ModelLoadException;

/// Cards as JSON, keys and names in snake_case. Reading is strict: a misspelt or missing field would silently become a
/// wrong embedding. Thread-safe.
public final class CardFormat {
    private final ObjectReader reader;
    private final ObjectWriter writer;

    public CardFormat() {
        JsonMapper mapper = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(SerializationFeature.INDENT_OUTPUT)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
        reader = mapper.readerFor(ModelCard.class);
        writer = mapper.writerFor(ModelCard.class);
    }

    /// Reads a card.
    ///
    /// @param name of the card, for messages
    /// @throws ModelLoadException naming the field at fault
    public ModelCard read(String name, byte[] json) {
        try {
            return reader.readValue(json);
        } catch (JsonMappingException e) {
            throw refused(name, path(e) + problem(e), e);
        } catch (IOException e) {
            throw refused(name, "it is not JSON (" + firstLine(String.valueOf(e.getMessage())) + ")", e);
        }
    }

    /// Writes a card, so that [#read] gives the same again.
    public byte[] write(ModelCard card) {
        try {
            return writer.writeValueAsBytes(card);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a card is always JSON", e);
        }
    }

    private static ModelLoadException refused(String name, String why, Exception cause) {
        return new ModelLoadException("The model card " + name + " cannot be used: " + why
                + ". Import or download the model again, or reinstall Semblance if it came with it.", cause);
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "" : path + ": ";
    }

    /// What the records themselves refuse is in the cause, in plain words.
    private static String problem(JsonMappingException failure) {
        Throwable cause = failure.getCause();
        return firstLine(cause instanceof IllegalArgumentException
                ? String.valueOf(cause.getMessage())
                : failure.getOriginalMessage());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
