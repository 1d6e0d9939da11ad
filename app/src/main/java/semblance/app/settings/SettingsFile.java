package semblance.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file of settings. It is replaced whole or not at all; one that cannot be read is as good as none.
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;
    private final JsonMapper mapper = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .build();

    public SettingsFile(Path file) {
        this.file = file;
    }

    /// The settings of the file over the defaults; what the file does not say or says wrongly is the default.
    public Settings load() {
        try {
            JsonNode defaults = mapper.valueToTree(Settings.DEFAULT);
            return mapper.treeToValue(mapper.readerForUpdating(defaults).readTree(Files.readAllBytes(file)),
                    Settings.class);
        } catch (NoSuchFileException _) {
            return Settings.DEFAULT;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.warn("the settings cannot be understood; the defaults are used", e);
            return Settings.DEFAULT;
        } catch (IOException e) {
            LOG.warn("the settings cannot be read; the defaults are used", e);
            return Settings.DEFAULT;
        }
    }

    /// Replaces the file.
    ///
    /// @throws IOException if it cannot be written; the old one stays
    public void save(Settings settings) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "settings-", ".tmp");
        try {
            Files.write(temporary, mapper.writeValueAsBytes(settings));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
