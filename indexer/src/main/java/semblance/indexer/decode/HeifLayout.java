package semblance.indexer.decode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out how the picture of an HEIF file is made of its items. Turns come from the file's own `irot` and `imir`
/// alone: what EXIF says there repeats them.
final class HeifLayout {
    /// HEVC, AV1, H.264, JPEG, JPEG 2000.
    private static final Set<String> CODED = Set.of("hvc1", "av01", "avc1", "jpeg", "j2k1");
    private static final Set<String> ALPHA = Set.of("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha",
            "urn:mpeg:hevc:2015:auxid:1", "urn:mpeg:avc:2015:auxid:1");
    /// Pictures that are another one, turned or cropped, refer to it and not to each other.
    private static final int MOST_STEPS = 4;

    private final HeifFile file;

    HeifLayout(HeifFile file) {
        this.file = file;
    }

    HeifPicture picture() throws DecodeException {
        return picture(file.primary(), true, MOST_STEPS);
    }

    private HeifPicture picture(HeifItem item, boolean withAlpha, int steps) throws DecodeException {
        if (item.type().equals("iden")) {
            List<Long> parts = file.parts(item.id());
            if (parts.size() != 1 || steps == 0) {
                throw Failures.damaged();
            }
            return turned(picture(file.item(parts.getFirst()), withAlpha, steps - 1), item.properties());
        }
        HeifPicture picture = turned(item.type().equals("grid") ? grid(item) : single(item), item.properties());
        Optional<HeifItem> alpha = withAlpha ? alpha(item) : Optional.empty();
        return alpha.isEmpty()
                ? picture
                : picture.with(picture(alpha.get(), false, steps), file.isPremultiplied(item.id()));
    }

    private HeifPicture single(HeifItem item) throws DecodeException {
        Size size = size(item);
        return new HeifPicture(List.of(coded(item)), 1, size.width, size.height, size.width, size.height,
                new Crop(0, 0, size.width, size.height), Orientation.UPRIGHT,
                colour(item).orElse(CodedColour.UNKNOWN), sampleBytes(item), null, false);
    }

    private HeifPicture grid(HeifItem item) throws DecodeException {
        byte[] data = file.data(item);
        ByteCursor in = new ByteCursor(data, 0, data.length);
        in.uint8(); // version
        boolean wide = (in.uint8() & 1) != 0;
        int rows = in.uint8() + 1;
        int columns = in.uint8() + 1;
        int width = side(in.number(wide ? 4 : 2));
        int height = side(in.number(wide ? 4 : 2));
        List<Long> ids = file.parts(item.id());
        if (ids.size() != rows * columns) {
            throw Failures.damaged();
        }
        List<HeifItem> parts = new ArrayList<>();
        for (long id : ids) {
            parts.add(coded(file.item(id)));
        }
        HeifItem first = parts.getFirst();
        Size part = size(first);
        for (HeifItem other : parts) {
            if (!other.type().equals(first.type()) || !size(other).equals(part)) {
                throw Failures.damaged();
            }
        }
        if ((long) part.width * columns < width || (long) part.height * rows < height) {
            throw Failures.damaged();
        }
        Optional<CodedColour> own = colour(item);
        return new HeifPicture(List.copyOf(parts), columns, part.width, part.height, width, height,
                new Crop(0, 0, width, height), Orientation.UPRIGHT,
                own.isPresent() ? own.get() : colour(first).orElse(CodedColour.UNKNOWN), sampleBytes(first), null,
                false);
    }

    private Optional<HeifItem> alpha(HeifItem base) throws DecodeException {
        for (long id : file.companions(base.id())) {
            HeifItem item = file.item(id);
            if (ALPHA.contains(item.property("auxC").map(HeifLayout::auxiliaryType).orElse(""))) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private static String auxiliaryType(HeifItem.Property property) {
        byte[] content = property.content();
        int from = Math.min(4, content.length); // version and flags
        return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1).split("\0", 2)[0];
    }

    private static HeifPicture turned(HeifPicture picture, List<HeifItem.Property> properties) throws DecodeException {
        Crop crop = picture.crop();
        Orientation orientation = picture.orientation();
        for (HeifItem.Property property : properties) {
            switch (property.type()) {
                case "clap" -> {
                    boolean swaps = orientation.swapsAxes();
                    Crop upright = aperture(property, swaps ? crop.height() : crop.width(),
                            swaps ? crop.width() : crop.height());
                    Crop part = orientation.stored(upright, crop.width(), crop.height());
                    crop = new Crop(crop.x() + part.x(), crop.y() + part.y(), part.width(), part.height());
                }
                case "irot" -> orientation = orientation.then(switch (property.read().uint8() & 3) {
                    case 1 -> Orientation.THREE_QUARTER_TURN;
                    case 2 -> Orientation.HALF_TURN;
                    case 3 -> Orientation.QUARTER_TURN;
                    default -> Orientation.UPRIGHT;
                });
                case "imir" -> orientation = orientation
                        .then((property.read().uint8() & 1) == 0 ? Orientation.FLIPPED : Orientation.MIRRORED);
                default -> {
                    // Sizes, configurations and colours turn nothing.
                }
            }
        }
        return picture.turned(crop, orientation);
    }

    /// The clean aperture: its size and how far its middle lies from the picture's, in fractions.
    private static Crop aperture(HeifItem.Property property, int width, int height) throws DecodeException {
        ByteCursor in = property.read();
        double[] values = new double[4];
        for (int i = 0; i < values.length; i++) {
            double numerator = i < 2 ? in.uint32() : in.int32();
            values[i] = numerator / Math.max(1, in.uint32());
        }
        int apertureWidth = (int) Math.round(values[0]);
        int apertureHeight = (int) Math.round(values[1]);
        return new Crop((int) Math.round(values[2] + (width - values[0]) / 2),
                (int) Math.round(values[3] + (height - values[1]) / 2), apertureWidth, apertureHeight)
                .within(width, height);
    }

    private static HeifItem coded(HeifItem item) throws DecodeException {
        if (!CODED.contains(item.type())) {
            throw Failures.unsupported("HEIF pictures stored in this way (" + item.type().strip() + ")");
        }
        return item;
    }

    private record Size(int width, int height) {
    }

    private static Size size(HeifItem item) throws DecodeException {
        ByteCursor in = item.property("ispe").orElseThrow(Failures::damaged).read();
        in.uint32(); // version and flags
        return new Size(side(in.uint32()), side(in.uint32()));
    }

    private static int side(long value) throws DecodeException {
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw Failures.damaged();
        }
        return (int) value;
    }

    /// A file may have an ICC profile beside: that is not asked here.
    private static Optional<CodedColour> colour(HeifItem item) throws DecodeException {
        for (HeifItem.Property property : item.properties()) {
            if (property.type().equals("colr")) {
                ByteCursor in = property.read();
                if (in.fourCharacters().equals("nclx")) {
                    in.skip(4); // primaries and transfer: as with other formats, colours stay as they are
                    return Optional.of(new CodedColour(in.uint16(), (in.uint8() & 0x80) != 0));
                }
            }
        }
        return Optional.empty();
    }

    /// Two where nothing says one.
    private static int sampleBytes(HeifItem item) throws DecodeException {
        Optional<HeifItem.Property> depths = item.property("pixi");
        if (depths.isEmpty()) {
            return 2;
        }
        ByteCursor in = depths.get().read();
        in.uint32(); // version and flags
        return in.uint8() > 0 && in.uint8() <= 8 ? 1 : 2;
    }
}
