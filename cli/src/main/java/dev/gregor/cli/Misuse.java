package dev.gregor.cli;

import dev.gregor.cli.names.Nearest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in two lines what is wrong with a line and where its help is, or what was meant. */
final class Misuse {
    private Misuse() {}

    static int report(ParameterException failure, PrintWriter err) {
        var line = failure.getCommandLine();
        var command = line.getCommandSpec().qualifiedName();
        var unmatched = unmatched(failure);
        err.println(command + ": " + (unmatched.isEmpty() ? failure.getMessage() : message(line, unmatched.get())));
        var nearest = unmatched.isEmpty() ? Optional.<String>empty() : nearest(line, unmatched.get());
        err.println(nearest.isPresent() ? "Did you mean '" + nearest.get() + "'?" : "Try '" + command + " --help'.");
        return ExitCode.USAGE;
    }

    private static Optional<String> unmatched(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException exception
                && !exception.getUnmatched().isEmpty()) {
            return Optional.of(exception.getUnmatched().get(0));
        }
        return Optional.empty();
    }

    private static String message(CommandLine line, String word) {
        if (isOption(word)) {
            return "unknown option '" + name(word) + "'";
        }
        return line.getSubcommands().isEmpty() ? "one word too many: '" + word + "'" : "unknown command '" + word + "'";
    }

    private static Optional<String> nearest(CommandLine line, String word) {
        var candidates = new ArrayList<String>();
        if (isOption(word)) {
            for (var option : line.getCommandSpec().options()) {
                candidates.addAll(List.of(option.names()));
            }
        } else {
            candidates.addAll(line.getSubcommands().keySet());
        }
        return Nearest.to(name(word), candidates);
    }

    private static boolean isOption(String word) {
        return word.length() > 1 && word.charAt(0) == '-';
    }

    private static String name(String word) {
        int equals = word.indexOf('=');
        return isOption(word) && equals > 0 ? word.substring(0, equals) : word;
    }
}
