package semblance.indexer.scan;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// Tells the shares of other machines from the drives of this one.
public final class NetworkShares {
    private static final Set<String> TYPES = Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs",
            "webdav", "davfs", "9p", "ncpfs", "ceph", "glusterfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs",
            "fuse.glusterfs", "fuse.s3fs", "fuse.gvfsd-fuse");

    private NetworkShares() {
    }

    /// Whether a directory lies on a share; no if that cannot be found out.
    public static boolean holds(Path directory) {
        try {
            FileStore store = Files.getFileStore(directory);
            return isShare(store.type(), store.name()) || directory.toString().startsWith("\\\\");
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isShare(String type, String name) {
        return TYPES.contains(type.toLowerCase(Locale.ROOT)) || name.startsWith("//") || name.indexOf(":/") > 1;
    }
}
