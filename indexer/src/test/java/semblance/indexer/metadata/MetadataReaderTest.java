package semblance.indexer.metadata;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.Labelled;
import semblance.indexer.testing.WrittenExif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// Metadata that the tests write into drawn pictures.
class MetadataReaderTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final byte[] PICTURE = DrawnPhoto.jpeg(1);

    private final MetadataReader reader = new MetadataReader(NOW, ZoneId.of("Europe/Vienna"));

    private PhotoMetadata read(WrittenExif exif) {
        return reader.read(Labelled.jpeg(PICTURE, exif));
    }

    private PhotoMetadata readXmp(String properties) {
        return reader.read(Labelled.jpegXmp(PICTURE, Labelled.xmp(properties)));
    }

    private static CaptureTime time(String local, TimeSource source) {
        return new CaptureTime(LocalDateTime.parse(local), Optional.empty(), source);
    }

    @Test
    void thePhotoOfACameraTellsAllThatIsShown() {
        PhotoMetadata read = read(new WrittenExif().text(0x010f, "Canon").text(0x0110, "Canon EOS 80D")
                .taken("2019:02:03 10:11:12").cameraText(0x9291, "345").cameraText(0x9011, "+01:00")
                .cameraText(0xa434, "EF-S18-135mm f/3.5-5.6 IS USM").cameraFraction(0x829a, 1, 250)
                .cameraFraction(0x829d, 28, 10).cameraFraction(0x920a, 50, 1).cameraNumber(0xa405, 80)
                .cameraNumber(0x8827, 200).place(48.208174, 16.373819).gpsByte(5, 1).gpsFraction(6, 1715, 10)
                .number(0x4746, 4));

        assertThat(read.taken()).contains(new CaptureTime(LocalDateTime.parse("2019-02-03T10:11:12.345"),
                Optional.of(ZoneOffset.ofHours(1)), TimeSource.EXIF_ORIGINAL));
        assertThat(read.camera()).isEqualTo("Canon EOS 80D");
        assertThat(read.lens()).isEqualTo("EF-S18-135mm f/3.5-5.6 IS USM");
        assertThat(read.exposure()).isEqualTo(new Exposure(1 / 250.0, 2.8, 50.0, 80.0, 200));
        assertThat(read.annotations().rating()).isEqualTo(4);
        GeoPoint place = read.place().orElseThrow();
        assertThat(place.latitude()).isCloseTo(48.208174, within(1e-6));
        assertThat(place.longitude()).isCloseTo(16.373819, within(1e-6));
        assertThat(place.altitude()).isEqualTo(-171.5);
    }

    @Test
    void aPhotoWithoutMetadataSaysNothing() {
        assertThat(reader.read(PICTURE)).isEqualTo(PhotoMetadata.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Canon; Canon EOS 80D; Canon EOS 80D",
        "NIKON CORPORATION; NIKON D70; NIKON D70",
        "OLYMPUS IMAGING CORP.; E-M5; OLYMPUS E-M5", "Apple; iPhone 12; Apple iPhone 12",
        "Hewlett-Packard; HP PhotoSmart C850; HP PhotoSmart C850", "EASTMAN KODAK COMPANY; KODAK DC240; KODAK DC240",
        "LG Electronics; LG-H870; LG-H870", "Canon; Canonet; Canon Canonet", "SONY;; SONY", "; SM-G960F; SM-G960F",
        "Minolta Co., Ltd.; DiMAGE 7; Minolta DiMAGE 7"})
    void camerasAreNamedOnce(String make, String model, String camera) {
        WrittenExif exif = new WrittenExif();
        Optional.ofNullable(make).ifPresent(text -> exif.text(0x010f, text + "   "));
        Optional.ofNullable(model).ifPresent(text -> exif.text(0x0110, text));

        assertThat(read(exif).camera()).isEqualTo(camera);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000:00:00 00:00:00", "    :  :     :  :  ", "1970:01:01 00:00:00", "1970:01:01 03:04:05",
        "1969:12:31 16:00:00", "2000:01:01 00:00:00", "1980:01:01 00:00:00", "2019:02:30 10:11:12",
        "2019:02:03 25:11:12", "2026:11:24 00:00:00", "2031:01:01 00:00:00", "1825:01:01 00:00:00", "no date", ""})
    void timesThatNoPhotoWasTakenAtAreRefused(String time) {
        assertThat(read(new WrittenExif().taken(time)).taken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"2000:01:01 00:00:01; 2000-01-01T00:00:01",
        "1970:01:02 00:00:00; 1970-01-02T00:00", "2026:11:22 11:00:00; 2026-11-22T11:00",
        "1910:06:01 12:00:00; 1910-06-01T12:00", "2019-02-03T10:11:12; 2019-02-03T10:11:12",
        "2019/02/03 10:11; 2019-02-03T10:11", "2019:02:03 10:11:60; 2019-02-03T10:11:59",
        "2019:2:3 9:08:07; 2019-02-03T09:08:07"})
    void otherTimesAreRead(String time, String expected) {
        assertThat(read(new WrittenExif().taken(time)).taken()).contains(time(expected, TimeSource.EXIF_ORIGINAL));
    }

    @Test
    void theNextBestTimeIsTakenWhereOneIsMissingOrRefused() {
        WrittenExif exif = new WrittenExif().text(0x0132, "2020:01:01 10:00:00");
        assertThat(read(exif).taken()).contains(time("2020-01-01T10:00", TimeSource.EXIF_CHANGED));

        exif.gpsText(29, "2019:05:06").gpsFraction(7, 10, 1, 11, 1, 12, 1);
        assertThat(read(exif).taken()).contains(new CaptureTime(LocalDateTime.parse("2019-05-06T12:11:12"),
                Optional.of(ZoneOffset.ofHours(2)), TimeSource.GPS));

        exif.cameraText(0x9004, "2018:01:01 10:00:00");
        assertThat(read(exif).taken()).contains(time("2018-01-01T10:00", TimeSource.DIGITIZED));

        byte[] iptc = Labelled.jpegIptc(Labelled.jpeg(PICTURE, exif),
                Labelled.iptc(2, 55, "20170605".getBytes(StandardCharsets.US_ASCII)),
                Labelled.iptc(2, 60, "040302-0500".getBytes(StandardCharsets.US_ASCII)));
        assertThat(reader.read(iptc).taken()).contains(new CaptureTime(LocalDateTime.parse("2017-06-05T04:03:02"),
                Optional.of(ZoneOffset.ofHours(-5)), TimeSource.IPTC));

        byte[] xmp = Labelled.jpegXmp(iptc, Labelled.xmp("<photoshop:DateCreated>1952-07</photoshop:DateCreated>"));
        assertThat(reader.read(xmp).taken()).contains(time("1952-07-01T00:00", TimeSource.XMP_ORIGINAL));

        byte[] scan = Labelled.jpegXmp(Labelled.jpeg(PICTURE, exif.taken("0000:00:00 00:00:00")),
                Labelled.xmp("<exif:DateTimeOriginal>1970-01-01</exif:DateTimeOriginal>"));
        assertThat(reader.read(scan).taken()).as("people date scans by hand, also by that day")
                .contains(time("1970-01-01T00:00", TimeSource.XMP_ORIGINAL));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "91, 10", "10, 181"})
    void placesThatAreNoneAreRefused(double latitude, double longitude) {
        assertThat(read(new WrittenExif().place(latitude, longitude)).place()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-33.857198, 151.215125", "40.689247, -74.044502", "0, 9.5", "-89.999, -179.999"})
    void placesAreReadOnAllSidesOfTheEarth(double latitude, double longitude) {
        assertThat(read(new WrittenExif().place(latitude, longitude)).place()).hasValueSatisfying(place -> {
            assertThat(place.latitude()).isCloseTo(latitude, within(1e-6));
            assertThat(place.longitude()).isCloseTo(longitude, within(1e-6));
        });
    }

    @Test
    void xmpSaysWhatPeopleHaveWritten() {
        PhotoMetadata read = readXmp(
                """
                <xmp:Rating>3</xmp:Rating>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Am  See</rdf:li></rdf:Alt></dc:title>
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Zwei Zeilen
                über den See</rdf:li></rdf:Alt></dc:description>
                <dc:subject><rdf:Bag><rdf:li>See</rdf:li><rdf:li>see</rdf:li><rdf:li>Österreich</rdf:li>
                </rdf:Bag></dc:subject>
                <lr:hierarchicalSubject><rdf:Bag><rdf:li>Orte|Österreich</rdf:li></rdf:Bag>
                </lr:hierarchicalSubject>
                <exif:GPSLatitude>33,51.4319S</exif:GPSLatitude>
                <exif:GPSLongitude>151,12,54.45E</exif:GPSLongitude>
                <exif:GPSAltitude>1234/10</exif:GPSAltitude><exif:GPSAltitudeRef>0</exif:GPSAltitudeRef>
                <tiff:Make>SONY</tiff:Make><tiff:Model>ILCE-7</tiff:Model><aux:Lens>FE 35mm</aux:Lens>""");

        assertThat(read.annotations()).isEqualTo(new Annotations(3, "Am See", "Zwei Zeilen\nüber den See",
                List.of("See", "Österreich"), List.of("Orte|Österreich")));
        assertThat(read.camera()).isEqualTo("SONY ILCE-7");
        assertThat(read.lens()).isEqualTo("FE 35mm");
        assertThat(read.place()).hasValueSatisfying(place -> {
            assertThat(place.latitude()).isCloseTo(-33.857198, within(1e-6));
            assertThat(place.longitude()).isCloseTo(151.215125, within(1e-6));
            assertThat(place.altitude()).isEqualTo(123.4);
        });
    }

    @ParameterizedTest
    @CsvSource({"-1, -1", "0, 0", "5, 5", "3.0, 3", "6,", "-2,", "many,"})
    void starsOfXmp(String written, Integer stars) {
        assertThat(readXmp("<xmp:Rating>" + written + "</xmp:Rating>").annotations().rating()).isEqualTo(stars);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "25, 2", "50, 3", "75, 4", "99, 5", "100, 5", "0,"})
    void starsOfWindows(int percent, Integer stars) {
        assertThat(read(new WrittenExif().number(0x4749, percent)).annotations().rating()).isEqualTo(stars);
        assertThat(readXmp("<MicrosoftPhoto:Rating>" + percent + "</MicrosoftPhoto:Rating>").annotations().rating())
                .isEqualTo(stars);
    }

    @Test
    void keywordsOfWindowsAreUtf16() {
        Annotations read = read(new WrittenExif().bytes(0x9c9e, "Zoë; Été ;Zoë\0".getBytes(StandardCharsets.UTF_16LE))
                .bytes(0x9c9b, "Titel\0".getBytes(StandardCharsets.UTF_16LE))
                .bytes(0x9c9c, "Kommentar\0".getBytes(StandardCharsets.UTF_16LE))
                .text(0x010e, "OLYMPUS DIGITAL CAMERA         ")).annotations();

        assertThat(read).isEqualTo(new Annotations(null, "Titel", "Kommentar", List.of("Zoë", "Été"), List.of()));
    }

    @Test
    void iptcIsReadInWhicheverEncodingItIs() {
        for (var encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            Annotations read = reader.read(Labelled.jpegIptc(PICTURE,
                    Labelled.iptc(2, 5, "Über".getBytes(encoding)), Labelled.iptc(2, 25, "Müller".getBytes(encoding)),
                    Labelled.iptc(2, 25, "Straße".getBytes(encoding)),
                    Labelled.iptc(2, 120, "à côté".getBytes(encoding)))).annotations();

            assertThat(read).as("%s", encoding).isEqualTo(
                    new Annotations(null, "Über", "à côté", List.of("Müller", "Straße"), List.of()));
        }
    }

    @Test
    void descriptionsAreReadInWhicheverEncodingTheyAre() {
        assertThat(read(new WrittenExif().text(0x010e, "Grüße")).annotations().description()).isEqualTo("Grüße");
        assertThat(read(new WrittenExif().text(0x010e, "Grüße", StandardCharsets.ISO_8859_1)).annotations()
                .description()).isEqualTo("Grüße");
    }

    @Test
    void pngFilesHoldExifAndXmpToo() {
        byte[] drawn = DrawnPhoto.encoded(1, 32, 32, "png");
        PhotoMetadata exif = reader.read(Labelled.png(drawn, "eXIf",
                new WrittenExif().taken("2019:02:03 10:11:12").text(0x0110, "SM-G960F").tiff()));
        assertThat(exif.taken()).contains(time("2019-02-03T10:11:12", TimeSource.EXIF_ORIGINAL));
        assertThat(exif.camera()).isEqualTo("SM-G960F");

        PhotoMetadata xmp = reader.read(Labelled.png(drawn, "iTXt",
                ("XML:com.adobe.xmp\0\0\0\0\0" + Labelled.xmp("<xmp:Rating>5</xmp:Rating>"))
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(xmp.annotations().rating()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"tEXt, ISO-8859-1, ''", "tEXt, UTF-8, ''", "iTXt, UTF-8, fr"})
    void textsOfAPngAreItsTitleAndDescription(String type, String encoding, String language) {
        String rest = type.equals("iTXt") ? "\0\0" + language + "\0titre\0" : "";
        byte[] drawn = DrawnPhoto.encoded(1, 32, 32, "png");
        byte[] described = Labelled.png(drawn, type,
                ("Description\0" + rest + "À la plage").getBytes(Charset.forName(encoding)));
        PhotoMetadata read = reader.read(Labelled.png(Labelled.png(described, type,
                ("Title\0" + rest + "Été").getBytes(Charset.forName(encoding))), "tEXt",
                "Author\0Nobody".getBytes(StandardCharsets.US_ASCII)));

        assertThat(read.annotations().title()).isEqualTo("Été");
        assertThat(read.annotations().description()).isEqualTo("À la plage");
    }

    @Test
    void exifThatImageMagickWroteIntoAPngIsRead() {
        byte[] block = ("Exif\0\0" + new String(new WrittenExif().taken("2019:02:03 10:11:12").text(0x0110, "SM-G960F")
                .tiff(), StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        for (String keyword : List.of("exif", "APP1")) {
            String text = "Raw profile type %s\0\n%s\n%8d\n%s\n".formatted(keyword, keyword, block.length,
                    HexFormat.of().formatHex(block).replaceAll(".{72}", "$0\n"));
            PhotoMetadata read = reader.read(Labelled.png(DrawnPhoto.encoded(1, 32, 32, "png"), "tEXt",
                    text.getBytes(StandardCharsets.ISO_8859_1)));

            assertThat(read.camera()).as(keyword).isEqualTo("SM-G960F");
        }
    }

    @Test
    void exifThatIsLongerThanASegmentIsReadWhole() {
        String description = "sea ".repeat(4_000).strip();
        byte[] block = new WrittenExif().text(0x010e, description).text(0x0110, "SM-G960F").tiff();

        PhotoMetadata read = reader.read(Labelled.jpegExif(PICTURE, block, 10_000));

        assertThat(read.camera()).isEqualTo("SM-G960F");
        assertThat(read.annotations().description()).isEqualTo(description);
        PhotoMetadata second = reader.read(Labelled.jpeg(Labelled.jpeg(PICTURE,
                new WrittenExif().text(0x0110, "SM-G960F")), new WrittenExif().text(0x010e, "the sea")));
        assertThat(second.camera()).as("two blocks, each whole").isEqualTo("SM-G960F");
        assertThat(second.annotations().description()).isEqualTo("the sea");
    }

    @Test
    void theHeadOfAJpegFileIsEnough() throws Exception {
        byte[] photo = Labelled.jpegXmp(Labelled.jpeg(PICTURE, new WrittenExif().taken("2019:02:03 10:11:12")),
                Labelled.xmp("<xmp:Rating>2</xmp:Rating>"));

        try (var in = new java.io.ByteArrayInputStream(photo)) {
            assertThat(reader.readJpeg(in)).isEqualTo(reader.read(photo));
        }
    }

    @Test
    void sidecarsSayWhenAndWhereAndWhatPeopleHaveWritten() {
        SidecarMetadata read = reader.readSidecar(("<?xml version=\"1.0\"?>\n" + Labelled
                .xmp("""
                     <xmp:Rating>-1</xmp:Rating><exif:DateTimeOriginal>2019-02-03T10:11:12+01:00</exif:DateTimeOriginal>
                     <digiKam:TagsList><rdf:Seq><rdf:li>People/Zoë</rdf:li></rdf:Seq></digiKam:TagsList>
                     """)).getBytes(StandardCharsets.UTF_8));

        assertThat(read.taken()).contains(new CaptureTime(LocalDateTime.parse("2019-02-03T10:11:12"),
                Optional.of(ZoneOffset.ofHours(1)), TimeSource.SIDECAR));
        assertThat(read.annotations())
                .isEqualTo(new Annotations(-1, "", "", List.of("Zoë"), List.of("People|Zoë")));
    }

    @Test
    void sidecarsThatAreNoneOrWouldDoHarmSayNothing() {
        String entities = """
                          <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                          <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
                          """;
        String title = "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>&d;</rdf:li></rdf:Alt></dc:title>";
        for (String text : List.of("", "no XML", "<x:xmpmeta xmlns:x='adobe:ns:meta/'>", "<a/>",
                entities + Labelled.xmp(title), "<a>".repeat(200_000),
                Labelled.xmp("<dc:subject><rdf:Bag>" + "<rdf:li><rdf:Bag>".repeat(50_000)))) {
            assertThat(reader.readSidecar(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(SidecarMetadata.NONE);
        }
    }
}
