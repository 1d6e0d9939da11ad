package semblance.indexer.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.Tagging;
import semblance.indexer.catalog.SuggestedTag;
import semblance.indexer.tag.FileTags.Tagged;
import semblance.indexer.testing.TestLibrary;
import semblance.model.testing.PhotosTest;
import semblance.model.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;

/// Whether tags of real photos are right as often as they say.
@PhotosTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the photos are tagged once
@SuppressWarnings("SystemOut") // the figures are the record
class TagsOnPhotosTest {
    private static final int TEN = 10;

    private final List<Tagged> captioned;
    private final List<Tagged> labelled;

    TagsOnPhotosTest(@TempDir Path temporary) {
        captioned = tag(temporary, "photos/flickr8k-test");
        labelled = tag(temporary, "photos/labelled");
    }

    /// A suggestion, and whether the photo shows it.
    private record Judged(double certainty, boolean right) {
    }

    @Test
    void aCertaintyIsTheShareOfTagsThatAreRight() throws IOException {
        List<Judged> judged = new ArrayList<>(judge(captioned, GroundTruth.ofCaptionedPhotos()));
        judged.addAll(judge(labelled, GroundTruth.ofLabelledPhotos()));
        printTenToBeLookedAt();
        System.out.printf(Locale.ROOT, "%d photos, %d tags%n", captioned.size() + labelled.size(), judged.size());

        for (double from = 0.4; from < 0.95; from += 0.1) {
            double least = from;
            List<Judged> band = judged.stream()
                    .filter(one -> one.certainty() >= least && one.certainty() < least + 0.1).toList();
            double said = band.stream().mapToDouble(Judged::certainty).average().orElseThrow();
            double right = shareRight(band);
            System.out.printf(Locale.ROOT, "certainty %.1f to %.1f: %4d tags, %.2f of them right%n", from, from + 0.1,
                    band.size(), right);
            assertThat(right).as("right of those with certainty from %.1f", from).isBetween(said - 0.12, said + 0.12);
        }
        double tagsPerPhoto = (double) captioned.stream().mapToInt(photo -> photo.tags().size()).sum()
                / captioned.size();
        System.out.printf(Locale.ROOT, "%.2f tags a captioned photo, %.2f of all right%n", tagsPerPhoto,
                shareRight(judged));
        assertThat(tagsPerPhoto).isBetween(0.9, 1.3);
        assertThat(shareRight(judged)).isGreaterThan(0.55);
    }

    @Test
    void fewPhotosThatShowNoneOfTheLabelsGetACertainOne() throws IOException {
        GroundTruth truth = GroundTruth.ofLabelledPhotos();
        List<Tagged> none = labelled.stream().filter(photo -> truth.of(photo.path()).isEmpty()).toList();

        long certain = none.stream().filter(photo -> photo.tags().stream().anyMatch(tag -> tag.certainty() >= 0.6))
                .count();

        System.out.printf(Locale.ROOT, "%d photos show none of the labels, %d of them get a tag from 0.6%n",
                none.size(), certain);
        assertThat(none).hasSizeGreaterThan(150);
        assertThat((double) certain / none.size()).isLessThan(0.15);
    }

    private void printTenToBeLookedAt() {
        for (int i = 0; i < TEN; i++) {
            Tagged photo = captioned.get(i * captioned.size() / TEN);
            System.out.println(photo.path().getFileName() + " " + photo.tags());
        }
    }

    private static List<Tagged> tag(Path temporary, String folder) {
        TestLibrary library = new TestLibrary(temporary);
        List<Tagged> tagged = new ArrayList<>();
        try (Tagging tagging = Tagging.open(library.location, library.encoder, Vocabulary.everyday())) {
            tagging.tag(List.of(SharedFolder.require().resolve(folder)), TagSuggester.USUAL,
                    result -> tagged.add((Tagged) result), () -> false);
        }
        return tagged;
    }

    private static List<Judged> judge(List<Tagged> photos, GroundTruth truth) {
        List<Judged> judged = new ArrayList<>();
        for (Tagged photo : photos) {
            Set<String> shown = truth.of(photo.path());
            for (SuggestedTag tag : photo.tags()) {
                judged.add(new Judged(tag.certainty(), shown.contains(tag.tag())));
            }
        }
        return judged;
    }

    private static double shareRight(List<Judged> judged) {
        return (double) judged.stream().filter(Judged::right).count() / judged.size();
    }
}
