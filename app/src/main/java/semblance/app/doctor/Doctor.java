package semblance.app.doctor;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import semblance.app.Directories;
import semblance.indexer.HealthCheck;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.CatalogException;
import semblance.model.DualEncoder;
import semblance.model.EncodingException;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.ModelLoadException;
import semblance.model.TextEncoder;
import semblance.model.onnx.OnnxRuntimeInfo;

/// Looks at everything the program stands on, and says of each in a line whether it is well.
public final class Doctor {
    private final Directories directories;
    private final DualEncoder encoder;
    private final Supplier<PhotoLibrary> library;
    private final ProviderCheck providers;

    /// Prepares an examination.
    ///
    /// @param library opens the user's library for reading
    public Doctor(Directories directories, DualEncoder encoder, Supplier<PhotoLibrary> library,
            ProviderCheck providers) {
        this.directories = directories;
        this.encoder = encoder;
        this.library = library;
        this.providers = providers;
    }

    /// Examines.
    ///
    /// @param full reads all of catalog and index instead of taking a quick look
    public List<HealthCheck> examine(boolean full) {
        List<HealthCheck> checks = new ArrayList<>();
        checks.add(java());
        checks.add(fileNames());
        checks.add(runtime());
        checks.add(model());
        checks.addAll(providers());
        checks.addAll(PictureCheck.all());
        checks.add(DirectoryCheck.of("data", directories.data()));
        checks.add(DirectoryCheck.of("cache", directories.cache()));
        checks.add(DirectoryCheck.of("config", directories.config()));
        checks.add(DirectoryCheck.of("log", directories.state()));
        checks.addAll(library(full));
        return checks;
    }

    private static HealthCheck java() {
        return new HealthCheck("java", true, Runtime.version() + " on " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors()
                + " cores, heap up to " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
    }

    private static HealthCheck fileNames() {
        String names = System.getProperty("sun.jnu.encoding", "");
        boolean utf8 = Charset.isSupported(names) && Charset.forName(names).equals(StandardCharsets.UTF_8);
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return new HealthCheck("file names", utf8 || windows, utf8 || windows
                ? "read as " + names
                : "read as " + names + ", so that names like \"é.jpg\" cannot be opened. Set LC_ALL=C.UTF-8.");
    }

    private static HealthCheck runtime() {
        try {
            return new HealthCheck("onnx runtime", true, OnnxRuntimeInfo.describe());
        } catch (ModelLoadException | LinkageError e) {
            return failed("onnx runtime", e);
        }
    }

    /// Loads both towers, which checks their hashes, and encodes a black picture and a sentence.
    private HealthCheck model() {
        int size = encoder.preprocessing().size();
        try (ImageEncoder images = encoder.openImageEncoder(); TextEncoder texts = encoder.openTextEncoder()) {
            double cosine = images.encode(List.of(new ImageCrop(size, new byte[3 * size * size]))).getFirst()
                    .cosine(texts.encode("a black picture"));
            boolean sane = cosine > -1 && cosine < 1;
            return new HealthCheck("model", sane, encoder.space().id() + ", " + encoder.space().dimension()
                    + " dimensions, " + (sane ? "both towers work" : "but its towers contradict each other"));
        } catch (ModelLoadException | EncodingException | LinkageError e) {
            return failed("model", e);
        }
    }

    private List<HealthCheck> providers() {
        try {
            return providers.examine();
        } catch (LinkageError e) {
            return List.of(failed("provider", e));
        }
    }

    private List<HealthCheck> library(boolean full) {
        if (!Files.exists(directories.library().catalog())) {
            return List.of(new HealthCheck("library", true, "none yet; semblance index FOLDER makes one"));
        }
        try (PhotoLibrary opened = library.get()) {
            return opened.health(full);
        } catch (CatalogException | LinkageError e) {
            return List.of(failed("library", e));
        }
    }

    private static HealthCheck failed(String check, Throwable failure) {
        return new HealthCheck(check, false, Diagnosis.of(failure).sentence());
    }
}
