package semblance.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import semblance.indexer.HealthCheck;

/// Whether all is well.
@Command(name = "doctor", description = "Checks the environment, the model, the catalog and the index.", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    /// The JSON document of a check; stable from release to release.
    record CheckDocument(String check, boolean ok, String detail) {
    }

    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Mixin
    final ProviderOption provider = new ProviderOption();

    @Option(names = "--full", description = "Reads all of catalog and index instead of taking a quick look.")
    boolean full;

    @Option(names = "--json", description = "Prints one JSON document a check.")
    boolean json;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<HealthCheck> checks = session.wire(directories, provider).doctor().examine(full);
        JsonLines lines = new JsonLines(session.out());
        for (HealthCheck check : checks) {
            if (json) {
                lines.print(new CheckDocument(check.name(), check.ok(), check.detail()));
            } else {
                session.out().println(String.format(Locale.ROOT, "%-6s%-13s %s", check.ok() ? "ok" : "WRONG",
                        check.name(), check.detail()));
            }
        }
        return checks.stream().allMatch(HealthCheck::ok) ? 0 : 1;
    }
}
