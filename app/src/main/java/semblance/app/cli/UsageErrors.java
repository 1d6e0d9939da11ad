package semblance.app.cli;

import java.io.PrintWriter;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What a user reads after a wrong command line: what is wrong with it, what usually helps, and where the rest stands.
final class UsageErrors implements IParameterExceptionHandler {
    private static final int WRONG_USAGE = 2;

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("semblance: " + what(wrong));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        for (String line : command.getCommandSpec().usageMessage().footer()) {
            err.println(line);
        }
        err.println("More: " + command.getCommandSpec().qualifiedName() + " --help");
        return WRONG_USAGE;
    }

    private static String what(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
            return sentence(String.valueOf(wrong.getMessage()));
        }
        String argument = unmatched.getUnmatched().getFirst();
        if (argument.isBlank()) {
            return "An argument is empty. In a script, a variable may not be set.";
        }
        return wrong.getCommandLine().getSubcommands().isEmpty()
                ? "\"" + argument + "\" is one argument too many."
                : "There is no command \"" + argument + "\".";
    }

    private static String sentence(String message) {
        String text = message.startsWith("Error: ") ? message.substring("Error: ".length()) : message;
        return text.endsWith(".") || text.endsWith(QueryArgument.MARK) ? text : text + ".";
    }
}
