package planted.semblance.app;

import picocli.CommandLine;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.PICOCLI_IN_CLI)
final class UsesPicocli {
    static final Class<?> USED = CommandLine.class;
}
