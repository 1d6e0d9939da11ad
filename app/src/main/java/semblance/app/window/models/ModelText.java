package semblance.app.window.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import semblance.app.models.DownloadProgress;
import semblance.app.models.ModelInfo;
import semblance.app.window.wording.ProgressText;

/// What the models screen says, in words.
final class ModelText {
    private ModelText() {
    }

    /// Size, licence and languages in a line.
    static String facts(ModelInfo model) {
        List<String> facts = new ArrayList<>();
        if (model.size() > 0) {
            facts.add(ByteCount.of(model.size()));
        }
        facts.add(licence(model));
        facts.add(languages(model.languages()));
        return String.join(" · ", facts);
    }

    static String licence(ModelInfo model) {
        return model.licence().equals("unknown") ? "Licence unknown" : "Licence " + model.licence();
    }

    private static String languages(List<String> tags) {
        if (tags.contains("mul")) {
            return "Many languages";
        }
        return tags.contains("und") || tags.isEmpty()
                ? "Languages unknown"
                : tags.stream().map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH))
                        .collect(Collectors.joining(", "));
    }

    static String badge(ModelRow row, long lacking) {
        return switch (row.use()) {
            case IN_USE -> "In use";
            case COMING -> "In use once " + (lacking == 1
                    ? "1 photo is"
                    : String.format(Locale.ROOT, "%,d photos are", lacking)) + " encoded for it";
            case NONE -> switch (row.info().state()) {
                case BUNDLED -> "Comes with Semblance";
                case INSTALLED -> row.needs().isEmpty() ? "On this computer" : "Incomplete";
                case DOWNLOADING -> row.download().isPresent() ? "" : "Partly downloaded";
                case AVAILABLE -> "";
            };
        };
    }

    /// What a download brings, before it is begun.
    static String question(ModelRow row) {
        String needed = row.needs()
                .map(model -> " This includes " + model.title() + ", which it needs (" + licence(model) + ").")
                .orElse("");
        return ByteCount.of(row.toDownload()) + " will be downloaded. " + licence(row.info()) + "." + needed
                + " Your photos stay on this computer.";
    }

    static String progress(DownloadProgress progress) {
        String amount = ByteCount.of(progress.bytes()) + " of " + ByteCount.of(progress.total());
        return switch (progress.phase()) {
            case CHECKING -> "Checking what is here already, " + amount;
            case FETCHING -> amount + (progress.rate() == 0
                    ? ""
                    : " · " + ByteCount.of(Math.round(progress.rate())) + " per second · "
                            + ProgressText.duration(progress.remaining()) + " left");
            case WAITING -> progress.trouble().orElse("Waiting");
            case FINISHED -> "Almost done";
        };
    }

    /// What removing costs.
    static String farewell(ModelInfo model) {
        return ByteCount.of(model.size()) + " will be free. " + (model.page().isPresent()
                ? "It can be downloaded again at any time."
                : "It was taken in from a folder and can only come back from there.");
    }
}
