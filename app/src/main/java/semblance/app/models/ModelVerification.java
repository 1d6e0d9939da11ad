package semblance.app.models;

import java.util.List;

/// What the files of a model on this machine are worth, every byte read.
///
/// @param files  as the model's card names them
/// @param remedy what to do if one is not [FileState#WHOLE], as a sentence
public record ModelVerification(String id, List<CheckedFile> files, String remedy) {
    public ModelVerification {
        files = List.copyOf(files);
    }

    /// A file and how it stands.
    ///
    /// @param path   within the model
    /// @param detail what is wrong with it; empty if nothing is
    public record CheckedFile(String path, FileState state, String detail) {
    }

    /// How a file stands.
    public enum FileState {
        /// As published.
        WHOLE,
        /// Nobody has published what it should be like.
        UNKNOWN,
        /// Other bytes than those published.
        DAMAGED, MISSING
    }

    /// Whether no file is damaged or missing.
    public boolean isWhole() {
        return files.stream().allMatch(file -> file.state() == FileState.WHOLE || file.state() == FileState.UNKNOWN);
    }
}
