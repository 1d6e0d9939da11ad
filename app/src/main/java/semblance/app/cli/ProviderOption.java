package semblance.app.cli;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import semblance.app.models.ImageProvider;

/// The option of commands that encode pictures.
final class ProviderOption {
    private static final String VARIABLE = "SEMBLANCE_PROVIDER";

    @Option(names = "--provider", paramLabel = "NAME", converter = Name.class, description = "Encodes photos on cuda, coreml, directml, openvino, tensorrt or cpu instead of the first that works, auto (or "
            + VARIABLE + ").")
    @Nullable
    String provider;

    /// What the user wants, by option before environment.
    Optional<String> wanted(Map<String, String> environment) {
        return Optional.ofNullable(provider)
                .or(() -> Optional.ofNullable(environment.get(VARIABLE)).filter(name -> !name.isBlank()));
    }

    /// A name that there is.
    static final class Name implements ITypeConverter<String> {
        @Override
        public String convert(String name) {
            try {
                return ImageProvider.checked(name);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
