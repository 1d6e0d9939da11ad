package semblance.indexer.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import semblance.indexer.scan.Drives;
import semblance.indexer.scan.SystemDrives;

/// Drives that a test plugs in and takes away: directories that are renamed to their mount points and back, since only root
/// may mount. A directory keeps its number wherever it is, as on a real drive.
public final class PluggedDrives implements Drives {
    /// Happens when the identity of a directory is asked for.
    public volatile Consumer<Path> onIdentity = _ -> {
    };
    private final SystemDrives system = new SystemDrives();
    private final Map<Path, String> mounted = new ConcurrentHashMap<>();

    /// Lets what lies at a place be a drive.
    public void mount(Path place, String name) {
        mounted.put(place, name);
    }

    /// Plugs a drive in.
    ///
    /// @param drive where its content lies meanwhile
    /// @param place an empty directory, or none
    public void plug(Path drive, Path place) throws IOException {
        Files.deleteIfExists(place);
        Files.move(drive, place);
        mount(place, drive.getFileName().toString());
    }

    /// Takes a drive away, as an unmount does: its mount point is an empty directory of the drive around it.
    ///
    /// @param drive where its content lies meanwhile
    public void unplug(Path place, Path drive) throws IOException {
        mounted.remove(place);
        Files.move(place, drive);
        Files.createDirectory(place);
    }

    @Override
    public String device(Path directory, BasicFileAttributes attributes) {
        return mounted(directory).orElse(system.device(directory, attributes));
    }

    private Optional<String> mounted(Path directory) {
        for (Path above = directory; above != null; above = above.getParent()) {
            String name = mounted.get(above);
            if (name != null) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    @Override
    public String identity(Path directory) throws IOException {
        String identity = system.identity(directory);
        Optional<String> drive = mounted(directory);
        onIdentity.accept(directory);
        return drive.map(name -> name + " " + identity.substring(identity.indexOf("ino="))).orElse(identity);
    }
}
