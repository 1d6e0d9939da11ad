package semblance.indexer.decode;

import java.util.List;
import java.util.Optional;

/// A picture, a part of one, or data about one in an HEIF file.
///
/// @param type       how it is coded (`hvc1`, `av01`) or put together of others (`grid`)
/// @param properties in the order in which they are to be applied
record HeifItem(long id, String type, List<Property> properties) {
    /// Something that holds for a picture: its size, its decoder's configuration, how it is turned.
    ///
    /// @param content without the box's header; shared, not to be written to
    @SuppressWarnings("ArrayRecordComponent") // bytes of a file on their way to a decoder
    record Property(String type, byte[] content) {
        ByteCursor read() {
            return new ByteCursor(content, 0, content.length);
        }
    }

    Optional<Property> property(String type) {
        return properties.stream().filter(property -> property.type.equals(type)).findFirst();
    }
}
