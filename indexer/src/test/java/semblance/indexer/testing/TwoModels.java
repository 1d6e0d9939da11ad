package semblance.indexer.testing;

import java.util.Optional;
import java.util.stream.Stream;

import semblance.indexer.space.LibraryModels;
import semblance.model.DualEncoder;

/// Two models to choose from, by the ids `first` and `second`; the first is the usual one.
public record TwoModels(CountingEncoder first, CountingEncoder second) implements LibraryModels {
    public TwoModels() {
        this(new CountingEncoder(), new CountingEncoder("-second"));
    }

    @Override
    public DualEncoder usual() {
        return first;
    }

    @Override
    public Optional<DualEncoder> byId(String id) {
        return switch (id) {
            case "first" -> Optional.of(first);
            case "second" -> Optional.of(second);
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<DualEncoder> bySpace(String space) {
        return Stream.<DualEncoder>of(first, second).filter(model -> model.space().id().equals(space)).findFirst();
    }
}
