package semblance.app.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import semblance.app.Wiring;
import semblance.app.cli.CommandLineProgram;
import semblance.app.cli.HostProcess;
import semblance.model.card.BuiltInCards;

/// The program with models of the test's own, which it downloads from a hub of the test's own.
///
/// @param variables of the environment that say where the hub is
/// @param answers   that somebody types when asked; without any, nobody can be asked
public record HubProgram(Program program, BuiltInCards cards, Map<String, String> variables, Deque<String> answers) {
    /// One where nobody can be asked.
    public HubProgram(Program program, BuiltInCards cards, Map<String, String> variables) {
        this(program, cards, variables, new ArrayDeque<>());
    }

    /// The same with somebody who types these lines.
    public HubProgram answering(String... lines) {
        return new HubProgram(program, cards, variables, new ArrayDeque<>(List.of(lines)));
    }

    public Outcome run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        HostProcess host = new HostProcess() {
            @Override
            public boolean isWatched() {
                return false;
            }

            @Override
            public Optional<String> answer() {
                return Optional.ofNullable(answers.poll());
            }

            @Override
            public void stopped(int status) {
                // the caller has it
            }
        };
        int status = new CommandLineProgram(start -> new Wiring(start, () -> {
        }, cards, variables), program.environment(), out, err, host).run(arguments);
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
