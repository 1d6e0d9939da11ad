package semblance.indexer.tag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import semblance.model.testing.SharedFolder;

/// What the photos in the shared folder show, in everyday labels: of the captioned ones what any of five captions
/// mentions, of the labelled ones what their kind implies. Captions leave much unsaid, so this is the least.
final class GroundTruth {
    private final Map<String, Set<String>> labelsOf = new HashMap<>();

    private GroundTruth() {
    }

    static GroundTruth ofCaptionedPhotos() throws IOException {
        Map<String, Set<String>> words = table("caption-words.tsv", " ");
        Vocabulary.everyday().labels().forEach(label -> words.putIfAbsent(label.name(), Set.of(label.name())));
        GroundTruth truth = new GroundTruth();
        lines("photos/flickr8k-test.tsv").forEach(line -> {
            String[] columns = line.split("\t", 2);
            Set<String> said = Stream.of(columns[1].toLowerCase(Locale.ROOT).split("[^a-z]+"))
                    .collect(Collectors.toSet());
            Set<String> labels = truth.labelsOf.computeIfAbsent(columns[0], _ -> new HashSet<>());
            words.forEach((label, synonyms) -> {
                if (synonyms.stream().anyMatch(said::contains)) {
                    labels.add(label);
                }
            });
        });
        return truth;
    }

    static GroundTruth ofLabelledPhotos() throws IOException {
        Map<String, Set<String>> kinds = table("labelled-words.tsv", ", ");
        GroundTruth truth = new GroundTruth();
        lines("photos/labelled.tsv").forEach(line -> {
            String[] columns = line.split("\t", 2);
            truth.labelsOf.put(columns[0], kinds.getOrDefault(columns[1], Set.of()));
        });
        return truth;
    }

    /// The labels that a photo shows; none if no everyday label names what it shows.
    Set<String> of(Path photo) {
        return Objects.requireNonNull(labelsOf.get(photo.getFileName().toString()), photo.toString());
    }

    private static Stream<String> lines(String table) throws IOException {
        return Files.readAllLines(SharedFolder.require().resolve(table)).stream();
    }

    private static Map<String, Set<String>> table(String resource, String separator) throws IOException {
        try (InputStream in = Objects.requireNonNull(GroundTruth.class.getResourceAsStream(resource), resource)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            return lines.stream().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> Set.of(line[1].split(separator)),
                            (one, _) -> one, HashMap::new));
        }
    }
}
