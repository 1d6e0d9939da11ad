package semblance.indexer.catalog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A file as what it can be to the other files of its directory. Which of them are one photo is decided here and nowhere
/// else.
///
/// @param photoId       the photo it is at present, 0 if it is none
/// @param contentId     0 if it cannot be read as a picture at present
/// @param companion     whether another file stands for that photo
/// @param filesOfPhoto  how many files that photo has, wherever they are
/// @param missing       whether it or another file of that photo is not where it was, which no run has understood yet
public record Sibling(long fileId, String name, FileRole role, long photoId, long contentId, boolean companion,
        long filesOfPhoto, boolean missing) {
    /// The extension. Google's phones keep the moving part of `A.MP.jpg` in a file `A.MP`.
    private static final Pattern EXTENSION = Pattern.compile("(?<=.)(\\.mp)?\\.[^.]*$");

    /// The file that stands for a photo comes first: one that can be read, by its role, the one known for longest.
    static final Comparator<Sibling> STANDING = Comparator.comparing((Sibling file) -> file.contentId == 0)
            .thenComparing(Sibling::role).thenComparingLong(Sibling::fileId);

    /// Groups the files of one directory to photos. Raw data and videos belong to the developed picture of their name,
    /// capitals aside; two developed pictures are two photos, and the first of them has the others.
    ///
    /// @return every file once
    public static List<List<Sibling>> grouped(Collection<Sibling> directory) {
        Map<String, List<Sibling>> byName = new LinkedHashMap<>();
        directory.stream().sorted(Comparator.comparing(Sibling::role).thenComparingLong(Sibling::fileId))
                .forEach(file -> byName.computeIfAbsent(file.stem(), _ -> new ArrayList<>()).add(file));
        List<List<Sibling>> groups = new ArrayList<>();
        byName.values().forEach(files -> group(files, groups));
        return groups;
    }

    private static void group(List<Sibling> files, List<List<Sibling>> groups) {
        Sibling first = files.getFirst();
        List<Sibling> together = files.stream().filter(file -> file.equals(first) || first.takes(file)).toList();
        groups.add(together);
        files.stream().filter(file -> !together.contains(file)).forEach(file -> groups.add(List.of(file)));
    }

    private boolean takes(Sibling other) {
        return role == FileRole.DEVELOPED && (other.role == FileRole.RAW || other.role == FileRole.VIDEO);
    }

    private String stem() {
        return EXTENSION.matcher(Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
                .replaceFirst("");
    }
}
