package planted.semblance.app;

/// The start of the program.
final class Main {
    void print() {
        System.err.println("may print: the rule has to let it pass");
    }
}
