package semblance.indexer.metadata;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.iptc.IptcDirectory;
import org.jspecify.annotations.Nullable;

/// What IPTC says.
final class IptcFields {
    private final List<IptcDirectory> directories;

    IptcFields(Metadata metadata) {
        this.directories = List.copyOf(metadata.getDirectoriesOfType(IptcDirectory.class));
    }

    private Stream<String> texts(int tag) {
        return directories.stream().flatMap(directory -> texts(directory.getObject(tag)));
    }

    // Whatever character set it declares: what is valid UTF-8 is that, and nobody writes the others but Latin.
    private static Stream<String> texts(@Nullable Object value) {
        return switch (value) {
            case StringValue text -> Stream.of(WrittenText.of(text.getBytes()));
            case StringValue[] texts -> Stream.of(texts).map(text -> WrittenText.of(text.getBytes()));
            case String text -> Stream.of(WrittenText.clean(text));
            case String[] texts -> Stream.of(texts).map(WrittenText::clean);
            case null, default -> Stream.empty();
        };
    }

    private String text(int tag) {
        return texts(tag).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    Annotations annotations() {
        Collection<String> keywords = texts(IptcDirectory.TAG_KEYWORDS).toList();
        return new Annotations(null, WrittenText.line(text(IptcDirectory.TAG_OBJECT_NAME)),
                text(IptcDirectory.TAG_CAPTION), WrittenText.distinct(keywords), List.of());
    }

    /// When it was created; not when it was digitised.
    Optional<TimeText.Written> created() {
        return TimeText.iptc(text(IptcDirectory.TAG_DATE_CREATED), text(IptcDirectory.TAG_TIME_CREATED));
    }
}
