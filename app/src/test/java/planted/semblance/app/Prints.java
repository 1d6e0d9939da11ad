package planted.semblance.app;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.STANDARD_STREAMS_IN_CLI)
final class Prints {
    void print() {
        System.out.println("a result that belongs to a command");
    }
}
