package semblance.model.provider;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How the nodes of a graph, after the runtime's optimisations, are shared out among providers. Immutable.
///
/// @param nodes of each provider that ran one at least; a part that a provider has compiled counts as many nodes as the
///              CPU alone would have run in its place
public record NodeShare(Map<ExecutionProvider, Integer> nodes) {
    public NodeShare {
        if (nodes.isEmpty() || nodes.values().stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("nodes " + nodes);
        }
        nodes = Map.copyOf(nodes);
    }

    /// All nodes.
    public int total() {
        return nodes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// The share of a provider, from 0 to 1.
    public double of(ExecutionProvider provider) {
        return nodes.getOrDefault(provider, 0) / (double) total();
    }

    /// In words, the largest share first.
    @Override
    public String toString() {
        return new EnumMap<>(nodes).entrySet().stream()
                .sorted(Map.Entry.<ExecutionProvider, Integer>comparingByValue().reversed())
                .map(entry -> String.format(Locale.ROOT, "%s %d of %d nodes (%d %%)", entry.getKey().title(),
                        entry.getValue(), total(), (int) (100 * of(entry.getKey()))))
                .collect(Collectors.joining(", "));
    }
}
