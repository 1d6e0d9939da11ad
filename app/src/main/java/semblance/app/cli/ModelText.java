package semblance.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import semblance.app.models.LanguageHint;
import semblance.app.models.ModelInfo;

/// Models in words.
final class ModelText {
    private static final double MEBI = 1 << 20;

    private ModelText() {
    }

    /// Two or three lines of the list.
    static String entry(ModelInfo model) {
        String state = switch (model.state()) {
            case BUNDLED -> "in the program";
            case INSTALLED -> "on this machine";
            case DOWNLOADING -> mebi(model.downloaded()) + " are here";
            case AVAILABLE -> "can be downloaded";
        };
        return String.format(Locale.ROOT, "%-32s %-18s %10s%n    %s; licence %s; %s%s", model.id(), state,
                model.size() == 0 ? "" : mebi(model.size()), model.title(), model.licence(),
                languages(model.languages()),
                model.improves().map(text -> System.lineSeparator() + "    " + text).orElse(""));
    }

    /// What somebody should know before a download.
    static String facts(ModelInfo model) {
        StringBuilder facts = new StringBuilder(model.title()).append(" (").append(model.id()).append(")");
        line(facts, "Size", mebi(model.size())
                + (model.downloaded() == 0 ? "" : ", of which " + mebi(model.downloaded()) + " are here"));
        line(facts, "Licence", model.licence());
        line(facts, "Languages", languages(model.languages()));
        model.improves().ifPresent(text -> line(facts, "Improves", text));
        model.page().ifPresent(text -> line(facts, "Published", text));
        model.needs().ifPresent(id -> line(facts, "Needs", id + " for the photos: semblance models download " + id));
        return facts.toString();
    }

    private static void line(StringBuilder facts, String name, String text) {
        facts.append(String.format(Locale.ROOT, "%n  %-10s %s", name, text));
    }

    static String languages(List<String> tags) {
        return tags.stream().map(tag -> switch (tag) {
            case "mul" -> "many languages";
            case "und" -> "languages unknown";
            default -> Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
        }).collect(Collectors.joining(", "));
    }

    static String mebi(long bytes) {
        return String.format(Locale.ROOT, bytes < 10 * MEBI ? "%.1f MiB" : "%,.0f MiB", bytes / MEBI);
    }

    /// What is said beside the results of a query.
    static String hint(LanguageHint hint) {
        return "Note: " + hint.inUse() + ", which answers, has not learnt " + hint.writing()
                + ": these photos are little better than chance."
                + hint.offer().map(offer -> " " + offer.reason() + " To use it: " + commands(offer.model())).orElse("");
    }

    private static String commands(ModelInfo model) {
        String use = "semblance models use " + model.id();
        return model.state() == ModelInfo.State.AVAILABLE || model.state() == ModelInfo.State.DOWNLOADING
                ? "semblance models download " + model.id() + " (" + mebi(model.size()) + "), then " + use
                : use;
    }
}
