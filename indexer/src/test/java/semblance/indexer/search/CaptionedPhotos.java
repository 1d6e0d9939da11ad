package semblance.indexer.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import semblance.model.testing.SharedFolder;

/// The captioned ones of the shared photos. A photo shows something if one of its captions mentions it, which is the least that
/// it shows.
///
/// @param directory of the photos
/// @param captions  of each photo; the photos in order
/// @param showing   the photos that show a thing, both in order
record CaptionedPhotos(Path directory, Map<Path, List<String>> captions, Map<String, Set<Path>> showing) {
    /// Each by the words for it; the first is its name.
    private static final List<String> THINGS = List.of("dog dogs puppy", "child boy girl kid children boys girls kids",
            "man men guy", "woman women lady", "snow snowy", "beach", "water river lake ocean sea pool",
            "grass grassy lawn", "ball", "bicycle bike bicyclist biker", "mountain mountains", "street sidewalk road",
            "pool", "hat cap", "sunglasses", "tree trees forest woods", "rocks rock", "skateboard skateboarder",
            "sand", "swing swings swinging", "building buildings", "crowd");

    static CaptionedPhotos read() throws IOException {
        Path shared = SharedFolder.require().resolve("photos").toRealPath();
        Path directory = shared.resolve("flickr8k-test");
        Map<Path, List<String>> captions = new TreeMap<>();
        for (String line : Files.readAllLines(shared.resolve("flickr8k-test.tsv"))) {
            String[] columns = line.split("\t", 2);
            captions.computeIfAbsent(directory.resolve(columns[0]), _ -> new ArrayList<>()).add(columns[1]);
        }
        Map<String, Set<Path>> showing = new TreeMap<>();
        captions.forEach((photo, said) -> shown(said).forEach(thing -> showing
                .computeIfAbsent(thing, _ -> new TreeSet<>()).add(photo)));
        return new CaptionedPhotos(directory, captions, showing);
    }

    private static Stream<String> shown(List<String> captions) {
        Set<String> words = captions.stream()
                .flatMap(caption -> Stream.of(caption.toLowerCase(Locale.ROOT).split("[^a-z]+")))
                .collect(Collectors.toSet());
        return THINGS.stream().map(thing -> List.of(thing.split(" "))).filter(thing -> thing.stream()
                .anyMatch(words::contains)).map(List::getFirst);
    }

    /// The things that they show, in order.
    Set<String> things() {
        return showing.keySet();
    }

    /// Those that show a thing, in order.
    Set<Path> showing(String thing) {
        return showing.getOrDefault(thing, Set.of());
    }
}
