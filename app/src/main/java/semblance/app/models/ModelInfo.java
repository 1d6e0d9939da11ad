package semblance.app.models;

import java.util.List;
import java.util.Optional;

/// What people are told of a model.
///
/// @param id         under which it is chosen
/// @param licence    of the weights, as an SPDX identifier where there is one, or `unknown`
/// @param languages  that descriptions may be in: language tags, `mul` for very many, `und` where nobody knows
/// @param dimension  of its embeddings
/// @param size       of its files in bytes; of those whose size is not known before they come, without them
/// @param downloaded of these, how many bytes are on this machine in a download that is not finished
/// @param improves   a sentence on what it is good for; empty where nobody has said so
/// @param needs      the model that it borrows the image tower of, as models for texts alone do; empty if it needs none, or if
///                   one is on this machine
/// @param page       where its publisher describes it; empty where nobody knows
public record ModelInfo(String id, String title, State state, String licence, List<String> languages, int dimension,
        long size, long downloaded, Optional<String> improves, Optional<String> needs, Optional<String> page) {
    public ModelInfo {
        languages = List.copyOf(languages);
    }

    /// Where its files are.
    public enum State {
        /// In the program.
        BUNDLED,
        /// On this machine.
        INSTALLED,
        /// In part on this machine: a download is under way, or was broken off and can go on.
        DOWNLOADING,
        /// Only where it was published.
        AVAILABLE
    }

    /// Whether it can be chosen as it is.
    public boolean isUsable() {
        return (state == State.BUNDLED || state == State.INSTALLED) && needs.isEmpty();
    }
}
