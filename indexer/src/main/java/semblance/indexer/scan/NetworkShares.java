package semblance.indexer.scan;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// Tells the shares of other machines from the drives of this one.
public final class NetworkShares {
    private static final Set<String> TYPES = Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p",
            "afpfs",
            "webdav", "davfs", "ncpfs", "afs", "ceph", "glusterfs", "lustre", "beegfs", "gpfs", "sshfs", "rclone",
            "davfs2", "gvfsd-fuse", "curlftpfs", "s3fs", "gcsfuse", "smbnetfs", "cephfs");

    private NetworkShares() {
    }

    /// Whether a directory lies on a share; no if that cannot be found out.
    public static boolean holds(Path directory) {
        try {
            FileStore store = Files.getFileStore(directory);
            return isShare(store.type()) || directory.toString().startsWith("\\\\");
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether a file system of a type is one of another machine.
    public static boolean isShare(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return TYPES.contains(name.startsWith("fuse.") ? name.substring("fuse.".length()) : name);
    }
}
