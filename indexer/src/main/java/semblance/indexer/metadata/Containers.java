package semblance.indexer.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.adobe.internal.xmp.XMPMeta;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.gif.GifMetadataReader;
import com.drew.imaging.heif.HeifMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentData;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.png.PngMetadataReader;
import com.drew.imaging.psd.PsdMetadataReader;
import com.drew.imaging.raf.RafMetadataReader;
import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.imaging.webp.WebpMetadataReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.StreamReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.photoshop.PhotoshopReader;
import com.drew.metadata.xmp.XmpDirectory;

import semblance.indexer.decode.PhotoFormat;
import semblance.indexer.decode.PngTexts;

/// Finds the blocks of metadata in files of each format.
final class Containers {
    private static final byte[] XMP_PREAMBLE = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXIF_PREAMBLE = {'E', 'x', 'i', 'f', 0, 0};
    private static final byte[] LITTLE_ENDIAN = {'I', 'I', 42, 0};
    private static final byte[] BIG_ENDIAN = {'M', 'M', 0, 42};
    private static final byte[] FUJI = "FUJIFILMCCD-RAW".getBytes(StandardCharsets.US_ASCII);

    private Containers() {
    }

    /// Reads a file that is in memory.
    ///
    /// @throws IOException              if it ends too early
    /// @throws ImageProcessingException if it is garbled
    static EmbeddedData read(byte[] content, PhotoFormat format) throws IOException, ImageProcessingException {
        InputStream in = new ByteArrayInputStream(content);
        return switch (format) {
            case JPEG -> jpeg(in);
            case PNG -> png(PngMetadataReader.readMetadata(in), PngTexts.of(content));
            case WEBP -> withXmp(WebpMetadataReader.readMetadata(in), content, false);
            case GIF -> withXmp(GifMetadataReader.readMetadata(in), content, false);
            case PSD -> withXmp(PsdMetadataReader.readMetadata(in), content, false);
            case TIFF -> withXmp(TiffMetadataReader.readMetadata(new ByteArrayReader(content)), content, false);
            case HEIF, AVIF -> withXmp(HeifMetadataReader.readMetadata(in), content, true);
            case RAW -> raw(content, in);
            case JPEG_2000, JPEG_XL -> withXmp(new Metadata(), content, true);
            case BMP, ICO, TGA, PCX, PNM, OTHER_PICTURE, VIDEO, NOT_A_PICTURE ->
                new EmbeddedData(new Metadata(), List.of());
        };
    }

    /// Reads a JPEG file up to where its picture begins; nothing behind that belongs to its metadata.
    static EmbeddedData jpeg(InputStream in) throws IOException, ImageProcessingException {
        JpegSegmentData segments = JpegSegmentReader.readSegments(new StreamReader(in),
                List.of(JpegSegmentType.APP1, JpegSegmentType.APPD));
        Metadata metadata = new Metadata();
        for (byte[] block : exif(segments.getSegments(JpegSegmentType.APP1))) {
            new ExifReader().extract(new ByteArrayReader(block), metadata);
        }
        new PhotoshopReader().readJpegSegments(segments.getSegments(JpegSegmentType.APPD), metadata,
                JpegSegmentType.APPD);
        // Not the extension over several segments: it holds edits, depth maps and second pictures.
        List<XMPMeta> packets = StreamSupport.stream(segments.getSegments(JpegSegmentType.APP1).spliterator(), false)
                .filter(segment -> startsWith(segment, XMP_PREAMBLE))
                .flatMap(segment -> XmpPacket.parse(
                        Arrays.copyOfRange(segment, XMP_PREAMBLE.length, segment.length)).stream())
                .toList();
        return new EmbeddedData(metadata, packets);
    }

    /// The blocks of EXIF data, from their byte order marks on. One that is longer than a segment goes on in the next ones.
    private static List<byte[]> exif(Iterable<byte[]> segments) {
        List<byte[]> blocks = new ArrayList<>();
        for (byte[] segment : segments) {
            if (startsWith(segment, EXIF_PREAMBLE)) {
                byte[] data = Arrays.copyOfRange(segment, EXIF_PREAMBLE.length, segment.length);
                boolean begins = startsWith(data, LITTLE_ENDIAN) || startsWith(data, BIG_ENDIAN);
                if (begins || blocks.isEmpty()) {
                    blocks.add(data);
                } else {
                    byte[] begun = blocks.removeLast();
                    byte[] whole = Arrays.copyOf(begun, begun.length + data.length);
                    System.arraycopy(data, 0, whole, begun.length, data.length);
                    blocks.add(whole);
                }
            }
        }
        return blocks;
    }

    private static EmbeddedData png(Metadata metadata, PngTexts texts) {
        byte[] exif = texts.exif();
        if (exif.length > 0 && !metadata.containsDirectoryOfType(ExifIFD0Directory.class)) {
            new ExifReader().extract(new ByteArrayReader(exif), metadata);
        }
        return new EmbeddedData(metadata, XmpPacket.parse(texts.xmp()).stream().toList(), written(texts));
    }

    private static Annotations written(PngTexts texts) {
        return new Annotations(null, WrittenText.line(WrittenText.of(texts.text("Title"))),
                WrittenText.of(texts.text("Description")), List.of(), List.of());
    }

    private static EmbeddedData raw(byte[] content, InputStream in) throws IOException, ImageProcessingException {
        if (startsWith(content, FUJI)) {
            return withXmp(RafMetadataReader.readMetadata(in), content, false);
        }
        return CanonBoxes.isCr3(content)
                ? withXmp(CanonBoxes.read(content), content, true)
                : withXmp(TiffMetadataReader.readMetadata(new ByteArrayReader(content)), content, false);
    }

    /// @param search whether to look for a packet where the format's reader finds none
    private static EmbeddedData withXmp(Metadata metadata, byte[] content, boolean search) {
        List<XMPMeta> packets = new ArrayList<>();
        for (XmpDirectory directory : metadata.getDirectoriesOfType(XmpDirectory.class)) {
            packets.add(directory.getXMPMeta());
        }
        Optional<XMPMeta> found = search && packets.isEmpty() ? XmpPacket.findIn(content) : Optional.empty();
        found.ifPresent(packets::add);
        return new EmbeddedData(metadata, List.copyOf(packets));
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
