package semblance.model.starter;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/// What starter.json says about the two towers.
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record StarterCard(String id, int dimension, ImageTower image, TextTower text, double logitScale,
        List<String> labelTemplates) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ImageTower(int size, List<Double> mean, List<Double> std, String input, String output, String file,
            String sha256) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record TextTower(int maxTokens, String headInput, String headOutput, String file, String sha256) {
    }
}
