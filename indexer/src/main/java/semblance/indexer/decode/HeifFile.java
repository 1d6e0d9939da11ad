package semblance.indexer.decode;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The items of an HEIF file (ISO/IEC 23008-12, MIAF, AVIF), as its `meta` box lists them. Nothing is decoded.
final class HeifFile {
    /// An item that refers to others.
    ///
    /// @param type `dimg`: is made of them, `auxl`: goes with them
    private record Reference(String type, long from, List<Long> to) {
    }

    /// Where some of an item's bytes lie.
    private record Extent(boolean inItemData, long offset, long length) {
    }

    private final byte[] content;
    private long primary;
    private byte[] itemData = {};
    private final Map<Long, String> types = new HashMap<>();
    private final Map<Long, List<Extent>> extents = new HashMap<>();
    private final List<HeifItem.Property> properties = new ArrayList<>();
    private final Map<Long, List<HeifItem.Property>> associations = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();

    private HeifFile(byte[] content) {
        this.content = content;
    }

    /// Reads the lists of a file.
    ///
    /// @throws DecodeException if they are cut off or garbled, or there are none: a video, for example
    static HeifFile read(byte[] content) throws DecodeException {
        HeifFile file = new HeifFile(content);
        Box meta = meta(content);
        meta.fullBoxHeader();
        List<Box> boxes = Box.all(meta.content());
        for (Box box : boxes) {
            switch (box.type()) {
                case "pitm" -> file.primary = box.content().number(box.fullBoxHeader() >>> 24 == 0 ? 2 : 4);
                case "iinf" -> file.readTypes(box);
                case "iloc" -> file.readExtents(box);
                case "iref" -> file.readReferences(box);
                case "iprp" -> file.readProperties(box);
                case "idat" -> file.itemData = box.content().rest();
                default -> {
                    // Handlers and what later versions add have no part in decoding.
                }
            }
        }
        return file;
    }

    private static Box meta(byte[] content) throws DecodeException {
        ByteCursor in = new ByteCursor(content, 0, content.length);
        while (true) {
            Box box = Box.next(in);
            if (box.type().equals("mini")) {
                throw Failures.unsupported("HEIF pictures with the short form of a header");
            }
            if (box.type().equals("meta")) {
                return box;
            }
        }
    }

    HeifItem primary() throws DecodeException {
        return item(primary);
    }

    HeifItem item(long id) throws DecodeException {
        String type = types.get(id);
        if (type == null) {
            throw Failures.damaged();
        }
        return new HeifItem(id, type, List.copyOf(associations.getOrDefault(id, List.of())));
    }

    /// Ids of the items that an item is made of, in order.
    List<Long> parts(long id) {
        return references.stream().filter(reference -> reference.from == id && reference.type.equals("dimg"))
                .flatMap(reference -> reference.to.stream()).toList();
    }

    /// Ids of the items that go with an item: its transparency, its depth.
    List<Long> companions(long id) {
        return references.stream().filter(reference -> reference.type.equals("auxl") && reference.to.contains(id))
                .map(Reference::from).toList();
    }

    /// Whether an item's colours are multiplied by its transparency already.
    boolean isPremultiplied(long id) {
        return references.stream().anyMatch(reference -> reference.type.equals("prem") && reference.from == id);
    }

    /// The bytes of an item.
    ///
    /// @throws DecodeException if some of them are not there
    byte[] data(HeifItem item) throws DecodeException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (Extent extent : extents.getOrDefault(item.id(), List.of())) {
            byte[] source = extent.inItemData ? itemData : content;
            ByteCursor from = new ByteCursor(source, 0, source.length);
            from.part(extent.offset);
            long length = extent.length == 0 ? from.remaining() : extent.length;
            data.writeBytes(from.part(length).rest());
            if (data.size() > content.length) {
                throw Failures.damaged(); // extents that lie over each other
            }
        }
        if (data.size() == 0) {
            throw Failures.damaged();
        }
        return data.toByteArray();
    }

    private void readTypes(Box box) throws DecodeException {
        ByteCursor in = box.content();
        in.number(box.fullBoxHeader() >>> 24 == 0 ? 2 : 4);
        for (Box entry : Box.all(in)) {
            int version = entry.fullBoxHeader() >>> 24;
            if (!entry.type().equals("infe") || version < 2) {
                continue; // items of before HEIF have no type
            }
            long id = entry.content().number(version == 2 ? 2 : 4);
            entry.content().uint16(); // protection
            types.put(id, entry.content().fourCharacters());
        }
    }

    private void readExtents(Box box) throws DecodeException {
        int version = box.fullBoxHeader() >>> 24;
        ByteCursor in = box.content();
        int sizes = in.uint16();
        int offsetSize = sizes >> 12;
        int lengthSize = sizes >> 8 & 15;
        int baseSize = sizes >> 4 & 15;
        int indexSize = version == 0 ? 0 : sizes & 15;
        long items = in.number(version < 2 ? 2 : 4);
        for (long i = 0; i < items; i++) {
            long id = in.number(version < 2 ? 2 : 4);
            int method = version == 0 ? 0 : in.uint16() & 15;
            in.uint16(); // data in another file: there is none
            long base = in.number(baseSize);
            int count = in.uint16();
            if (count > 1 && offsetSize + lengthSize == 0) {
                throw Failures.damaged(); // they would cost nothing to claim
            }
            List<Extent> places = new ArrayList<>();
            for (int extent = 0; extent < count; extent++) {
                in.number(indexSize);
                long offset = in.number(offsetSize);
                long length = in.number(lengthSize);
                if (method <= 1) {
                    places.add(new Extent(method == 1, base + offset, length));
                }
            }
            extents.put(id, places);
        }
    }

    private void readReferences(Box box) throws DecodeException {
        int idSize = box.fullBoxHeader() >>> 24 == 0 ? 2 : 4;
        for (Box reference : Box.all(box.content())) {
            ByteCursor in = reference.content();
            long from = in.number(idSize);
            int count = in.uint16();
            List<Long> to = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                to.add(in.number(idSize));
            }
            references.add(new Reference(reference.type(), from, to));
        }
    }

    private void readProperties(Box box) throws DecodeException {
        for (Box part : Box.all(box.content())) {
            if (part.type().equals("ipco")) {
                for (Box property : Box.all(part.content())) {
                    properties.add(new HeifItem.Property(property.type(), property.content().rest()));
                }
            } else if (part.type().equals("ipma")) {
                readAssociations(part);
            }
        }
    }

    private void readAssociations(Box box) throws DecodeException {
        int header = box.fullBoxHeader();
        int idSize = header >>> 24 == 0 ? 2 : 4;
        boolean wide = (header & 1) != 0;
        ByteCursor in = box.content();
        long items = in.uint32();
        for (long i = 0; i < items; i++) {
            long id = in.number(idSize);
            int count = in.uint8();
            List<HeifItem.Property> of = associations.computeIfAbsent(id, _ -> new ArrayList<>());
            for (int association = 0; association < count; association++) {
                // The highest bit says that a reader has to know the property.
                int index = wide ? in.uint16() & 0x7fff : in.uint8() & 0x7f;
                if (index > properties.size()) {
                    throw Failures.damaged();
                }
                if (index > 0) {
                    of.add(properties.get(index - 1));
                }
            }
        }
    }
}
