package semblance.indexer.scan;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// The drives of this machine. Where a file system has a number of its own, or is a share of another machine, that number
/// or share is its identity; else the number under which the system has it at present, which may be another one next time.
public final class SystemDrives implements Drives {
    private static final Path BY_UUID = Path.of("/dev/disk/by-uuid");

    @Override
    public String device(Path directory, BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        String text = key == null ? "" : key.toString();
        int end = text.indexOf(",ino=");
        return end < 0 ? "" : text.substring(0, end);
    }

    @Override
    public String identity(Path directory) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(directory, BasicFileAttributes.class);
        FileStore store = Files.getFileStore(directory);
        Object key = attributes.fileKey();
        if (key == null) {
            return serialNumber(store);
        }
        String text = key.toString();
        int inode = text.indexOf("ino=");
        return inode < 0
                ? text
                : lasting(store).orElse(device(directory, attributes)) + " " + text.substring(inode);
    }

    /// Windows has no numbers of directories, but of volumes.
    private static String serialNumber(FileStore store) throws IOException {
        try {
            return "volume " + store.getAttribute("volume:vsn");
        } catch (UnsupportedOperationException e) {
            return "";
        }
    }

    private static Optional<String> lasting(FileStore store) throws IOException {
        String name = store.name();
        if (name.startsWith("/dev/")) {
            return uuid(Path.of(name));
        }
        boolean share = name.startsWith("//") || name.indexOf(":/") > 0;
        return share ? Optional.of(store.type() + " " + name) : Optional.empty();
    }

    private static Optional<String> uuid(Path device) throws IOException {
        if (!Files.isDirectory(BY_UUID) || !Files.exists(device)) {
            return Optional.empty();
        }
        Path real = device.toRealPath();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(BY_UUID)) {
            for (Path link : links) {
                if (Files.exists(link) && link.toRealPath().equals(real)) {
                    return Optional.of("uuid=" + link.getFileName());
                }
            }
        }
        return Optional.empty();
    }
}
