package semblance.indexer.scan;

import java.nio.file.Path;

/// Why walks pass a path over.
///
/// @param place  the file or directory that a rule meets: the path itself, or a directory that holds it
/// @param detail what the rule met there: the user's glob, the name of the marker, the size in bytes; else empty
public record Exclusion(Rule rule, Path place, String detail) {
    /// Which rule it is.
    public enum Rule {
        /// A name that begins with a dot, or an entry that its system calls hidden.
        HIDDEN,
        /// A directory in which a system or program keeps what is nobody's photo.
        SYSTEM,
        /// A directory whose owner keeps pictures out by a file such as `.nomedia`.
        MARKED,
        /// The inside of a package that another program manages; its originals excepted.
        PACKAGE,
        /// Semblance's own files.
        OWN,
        /// A glob of the user's.
        GLOB,
        /// Smaller than the user's minimum.
        TOO_SMALL,
        /// A link: what it points to is found where it lies.
        LINK
    }

    /// The reason in a sentence for the user.
    public String sentence() {
        return switch (rule) {
            case HIDDEN -> place + " is hidden.";
            case SYSTEM -> place + " is a folder of the system or of another program.";
            case MARKED -> place + " holds a file " + detail + ", which keeps pictures out.";
            case PACKAGE -> place + " belongs to the inside of another program's package.";
            case OWN -> place + " belongs to Semblance itself.";
            case GLOB -> place + " is excluded by " + detail + ".";
            case TOO_SMALL -> place + " is smaller than the minimum of " + detail + " bytes.";
            case LINK -> place + " is a link. What it points to is indexed where it lies, if a folder holds it.";
        };
    }
}
