package semblance.app.cli;

import java.util.Locale;

import semblance.indexer.catalog.LibraryCounts;

/// The counts of a library in words.
final class LibrarySentence {
    private LibrarySentence() {
    }

    static String of(LibraryCounts counts) {
        StringBuilder sentence = new StringBuilder();
        if (counts.photos() == 0) {
            sentence.append("No photos");
        } else {
            sentence.append(number(counts.photos(), "photo", "photos")).append(": ").append(number(counts.indexed()))
                    .append(" indexed");
        }
        if (counts.failed() > 0) {
            sentence.append(", ").append(number(counts.failed())).append(" failed (semblance failures tells why)");
        }
        if (counts.partial() > 0) {
            sentence.append(", ").append(number(counts.partial())).append(" damaged in part (semblance failures lists ")
                    .append(counts.partial() == 1 ? "it)" : "them)");
        }
        if (counts.pending() > 0) {
            sentence.append(", ").append(number(counts.pending())).append(" waiting (semblance index goes on)");
        }
        if (counts.offline() > 0) {
            sentence.append(", ").append(number(counts.offline())).append(" offline");
        }
        if (counts.skipped() > 0) {
            sentence.append("; ").append(number(counts.skipped(), "other file", "other files")).append(" skipped");
        }
        return sentence.append('.').toString();
    }

    static String number(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
