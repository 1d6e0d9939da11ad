package semblance.model.card;

/// Where the files of a model are published.
///
/// @param repository owner and name on the hub of models, or `bundled` for what comes with the program
/// @param revision   the commit that sizes and hashes were taken from, or the program's own version of the model
public record Source(String repository, String revision) {
    /// The repository of what comes with the program.
    public static final String BUNDLED = "bundled";

    public Source {
        Requirement.present(repository, "repository");
        Requirement.present(revision, "revision");
    }
}
