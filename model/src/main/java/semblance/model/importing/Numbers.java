package semblance.model.importing;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/// Numbers in JSON.
final class Numbers {
    private Numbers() {
    }

    /// A list of them.
    static List<Double> of(JsonNode list, List<Double> otherwise) {
        if (!list.isArray()) {
            return otherwise;
        }
        List<Double> numbers = new ArrayList<>();
        list.forEach(number -> numbers.add(number.asDouble(Double.NaN)));
        return numbers;
    }
}
