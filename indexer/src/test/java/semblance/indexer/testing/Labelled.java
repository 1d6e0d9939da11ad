package semblance.indexer.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/// Pictures with metadata that a test writes into them.
public final class Labelled {
    private Labelled() {
    }

    /// Puts EXIF data into a JPEG file.
    public static byte[] jpeg(byte[] picture, WrittenExif exif) {
        return segment(picture, 0xe1, joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif.tiff()));
    }

    /// Puts a block of EXIF data into a JPEG file, in segments that each hold so many bytes of it.
    public static byte[] jpegExif(byte[] picture, byte[] block, int each) {
        byte[] labelled = picture;
        for (int from = (block.length - 1) / each * each; from >= 0; from -= each) {
            byte[] part = Arrays.copyOfRange(block, from, Math.min(block.length, from + each));
            labelled = segment(labelled, 0xe1, joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), part));
        }
        return labelled;
    }

    /// Puts XMP into a JPEG file.
    public static byte[] jpegXmp(byte[] picture, String packet) {
        return segment(picture, 0xe1, joined("http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1),
                packet.getBytes(StandardCharsets.UTF_8)));
    }

    /// Puts IPTC records into a JPEG file, as Photoshop does.
    ///
    /// @param records from [#iptc]
    public static byte[] jpegIptc(byte[] picture, byte[]... records) {
        byte[] all = joined(records);
        byte[] even = all.length % 2 == 0 ? all : joined(all, new byte[1]);
        return segment(picture, 0xed, joined("Photoshop 3.0\0".getBytes(StandardCharsets.ISO_8859_1),
                "8BIM".getBytes(StandardCharsets.ISO_8859_1), new byte[]{4, 4, 0, 0},
                ByteBuffer.allocate(4).putInt(all.length).array(), even));
    }

    /// One record of IPTC.
    public static byte[] iptc(int record, int dataSet, byte[] value) {
        return joined(new byte[]{0x1c, (byte) record, (byte) dataSet, (byte) (value.length >> 8),
            (byte) value.length}, value);
    }

    /// Puts chunks into a PNG file, behind its header.
    public static byte[] png(byte[] picture, String type, byte[] content) {
        byte[] named = joined(type.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        byte[] chunk = joined(ByteBuffer.allocate(4).putInt(content.length).array(), named,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return joined(Arrays.copyOf(picture, 33), chunk, Arrays.copyOfRange(picture, 33, picture.length));
    }

    /// A packet of XMP.
    ///
    /// @param properties elements, with the usual prefixes
    public static String xmp(String properties) {
        return """
               <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
               <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
                xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:lr="http://ns.adobe.com/lightroom/1.0/"
                xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:digiKam="http://www.digikam.org/ns/1.0/"
                xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:MicrosoftPhoto="http://ns.microsoft.com/photo/1.0/">
               %s
               </rdf:Description></rdf:RDF></x:xmpmeta>
               """.formatted(properties);
    }

    private static byte[] segment(byte[] jpeg, int marker, byte[] content) {
        byte[] head = {(byte) 0xff, (byte) marker, (byte) ((content.length + 2) >> 8), (byte) (content.length + 2)};
        return joined(Arrays.copyOf(jpeg, 2), head, content, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
