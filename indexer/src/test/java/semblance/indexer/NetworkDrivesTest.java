package semblance.indexer;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.indexer.catalog.CatalogException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NetworkDrivesTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.rclone", "afpfs", "NFS"})
    void aDriveOfAnotherMachineIsRefusedWithTheRemedy(String type) {
        Path data = temporary.resolve("home/semblance");

        assertThatThrownBy(() -> NetworkDrives.refuse(data, path -> {
            assertThat(path).as("what is there of it").isEqualTo(temporary);
            return type;
        })).isInstanceOf(CatalogException.class)
                .hasMessage("The data directory " + data + " is on a drive of another machine (" + type
                        + "), where a catalog gets damaged. Name a directory on a disk of this machine with --data DIR or"
                        + " SEMBLANCE_DATA; if there is a library already, move it there. Photos may stay where they are.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "apfs", "NTFS", "tmpfs", "overlay", "fuseblk",
        "fuse.mergerfs",
        "fuse.encfs", "9p"})
    void aDiskOfThisMachineIsNot(String type) {
        assertThatCode(() -> NetworkDrives.refuse(temporary, _ -> type)).doesNotThrowAnyException();
    }

    @Test
    void thisMachinesOwnDiskIsNot() {
        assertThatCode(() -> NetworkDrives.refuse(temporary)).doesNotThrowAnyException();
    }
}
