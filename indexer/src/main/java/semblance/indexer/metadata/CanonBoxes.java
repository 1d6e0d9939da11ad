package semblance.indexer.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.GpsDirectory;

/// EXIF in Canon's CR3 files: each of its directories is a TIFF structure in a box of its own.
final class CanonBoxes {
    private static final byte[] BRAND = "ftypcrx ".getBytes(StandardCharsets.US_ASCII);
    /// The boxes stand in front of the pictures.
    private static final int SEARCHED = 1 << 20;

    private CanonBoxes() {
    }

    static boolean isCr3(byte[] content) {
        return content.length > 12 && Arrays.equals(content, 4, 12, BRAND, 0, 8);
    }

    static Metadata read(byte[] content) {
        byte[] head = content.length > SEARCHED ? Arrays.copyOf(content, SEARCHED) : content;
        Metadata metadata = new Metadata();
        for (String name : new String[]{"CMT1", "CMT2"}) {
            extract(head, name, metadata);
        }
        Metadata gps = new Metadata();
        extract(head, "CMT4", gps);
        for (Directory directory : gps.getDirectoriesOfType(ExifIFD0Directory.class)) {
            // The reader takes every first directory for the picture's.
            GpsDirectory copy = new GpsDirectory();
            for (Tag tag : directory.getTags()) {
                Object value = directory.getObject(tag.getTagType());
                if (value != null) {
                    copy.setObject(tag.getTagType(), value);
                }
            }
            metadata.addDirectory(copy);
        }
        return metadata;
    }

    private static void extract(byte[] head, String name, Metadata into) {
        int type = XmpPacket.indexOf(head, name.getBytes(StandardCharsets.US_ASCII), 4);
        if (type < 0) {
            return;
        }
        long size = Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt(type - 4));
        int end = (int) Math.min(head.length, type - 4 + Math.max(8, size));
        new ExifReader().extract(new ByteArrayReader(Arrays.copyOfRange(head, type + 4, end)), into);
    }
}
