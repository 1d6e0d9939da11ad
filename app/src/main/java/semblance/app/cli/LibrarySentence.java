package semblance.app.cli;

import semblance.indexer.catalog.LibraryCounts;

/// The counts of a library in words.
final class LibrarySentence {
    private LibrarySentence() {
    }

    static String of(LibraryCounts counts) {
        StringBuilder sentence = new StringBuilder();
        sentence.append(number(counts.photos(), "photo")).append(": ").append(counts.indexed()).append(" indexed");
        if (counts.failed() > 0) {
            sentence.append(", ").append(counts.failed()).append(" failed (semblance failures tells why)");
        }
        if (counts.pending() > 0) {
            sentence.append(", ").append(counts.pending()).append(" waiting (semblance index goes on)");
        }
        if (counts.offline() > 0) {
            sentence.append(", ").append(counts.offline()).append(" offline");
        }
        if (counts.skipped() > 0) {
            sentence.append("; ").append(number(counts.skipped(), "other file")).append(" skipped");
        }
        return sentence.append('.').toString();
    }

    static String number(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
