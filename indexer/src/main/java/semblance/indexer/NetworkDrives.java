package semblance.indexer;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.CatalogException;
import semblance.indexer.scan.NetworkShares;

/// Keeps catalogs off drives of other machines: SQLite's locks and shared memory do not hold there, and what two machines
/// write at once is damaged. Photos may lie there.
final class NetworkDrives {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkDrives.class);
    /// Tells the type of the file system that holds a path which is there.
    @FunctionalInterface
    interface TypeSource {
        String typeOf(Path path) throws IOException;
    }

    private NetworkDrives() {
    }

    /// Refuses a data directory on a drive of another machine.
    ///
    /// @param data need not be there yet
    /// @throws CatalogException with the remedy
    static void refuse(Path data) {
        refuse(data, path -> {
            FileStore store = Files.getFileStore(path);
            return store.type();
        });
    }

    static void refuse(Path data, TypeSource types) {
        Path existing = data.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        String type;
        try {
            type = existing.toString().startsWith("\\\\") ? "smb" : types.typeOf(existing);
        } catch (IOException e) {
            LOG.debug("the type of the file system is unknown", e);
            return; // whatever is wrong there is told by whoever writes there
        }
        // A container or virtual machine shares a disk of its own host by 9p: nobody else writes there.
        if (NetworkShares.isShare(type) && !type.equals("9p")) {
            throw new CatalogException("The data directory " + data + " is on a drive of another machine (" + type
                    + "), where a catalog gets damaged. Name a directory on a disk of this machine with --data DIR or"
                    + " SEMBLANCE_DATA; if there is a library already, move it there. Photos may stay where they are.");
        }
    }
}
