package semblance.model.onnx.random;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;

/// A message of onnx.proto, written field by field; the numbers are those of that file. Not thread-safe.
final class Message {
    private final ByteString.Output bytes = ByteString.newOutput();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    private interface Writing {
        void run() throws IOException;
    }

    Message number(int field, long value) {
        return write(() -> out.writeInt64(field, value));
    }

    Message number(int field, float value) {
        return write(() -> out.writeFloat(field, value));
    }

    Message text(int field, String value) {
        return write(() -> out.writeString(field, value));
    }

    Message message(int field, Message value) {
        return write(() -> out.writeBytes(field, value.bytes()));
    }

    ByteString bytes() {
        write(out::flush);
        return bytes.toByteString();
    }

    private Message write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return this;
    }
}
