package semblance.model.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes an ONNX file of three operators, so that tests see the real runtime fail on purpose: the square root of each
/// normalised channel of a one pixel crop, `pixel_values` `[n, 3, 1, 1]` to `image_embeds` `[n, 3]`. A channel below the
/// mean gives NaN. Pixels are float32 or float16.
///
/// The numbers are the field numbers of onnx.proto.
record TinyTower(String batch, boolean half) {
    private static final int FLOAT = 1;
    private static final int FLOAT16 = 10;

    TinyTower(String batch) {
        this(batch, false);
    }

    /// The attribute `to` of a Cast.
    private static final byte[] TO_FLOAT = join(text(1, "to"), number(3, FLOAT), number(20, 2));

    byte[] graph() {
        byte[] graph = join(message(1, join(node("Cast", "pixel_values", "floats"), message(5, TO_FLOAT))),
                message(1, node("Sqrt", "floats", "roots")),
                message(1, node("Flatten", "roots", "image_embeds")), text(2, "tiny"),
                message(11,
                        value("pixel_values", half ? FLOAT16 : FLOAT, dimension(batch), dimension("3"), dimension("1"),
                                dimension("1"))),
                message(12, value("image_embeds", FLOAT, dimension(batch), dimension("3"))));
        return join(number(1, 8), message(7, graph), message(8, join(text(1, ""), number(2, 13))));
    }

    private static byte[] node(String operator, String input, String output) {
        return join(text(1, input), text(2, output), text(4, operator));
    }

    private static byte[] value(String name, int type, byte[]... dimensions) {
        byte[] tensor = join(number(1, type), message(2, join(dimensions)));
        return join(text(1, name), message(2, message(1, tensor)));
    }

    /// A number is a fixed length, anything else the name of a free one.
    private static byte[] dimension(String length) {
        boolean fixed = Character.isDigit(length.charAt(0));
        return message(1, fixed ? number(1, Integer.parseInt(length)) : text(2, length));
    }

    private static byte[] text(int field, String text) {
        return message(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] number(int field, int value) {
        return join(varint(field << 3), varint(value));
    }

    private static byte[] message(int field, byte[] content) {
        return join(varint((field << 3) | 2), varint(content.length), content);
    }

    private static byte[] varint(int value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int rest = value;
        while (rest > 0x7f) {
            bytes.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
