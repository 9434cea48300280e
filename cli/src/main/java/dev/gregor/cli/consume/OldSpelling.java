package dev.gregor.cli.consume;

import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.io.PrintStream;
import java.util.List;

/** Options that KIP-1147 gave another name: both are read, one at a time, and the old one with a warning. */
final class OldSpelling {
    private OldSpelling() {}

    /** @throws UsageException when both are there */
    static void notTogether(ParsedOptions options, String oldName, String name) {
        if (options.has(oldName) && options.has(name)) {
            throw new UsageException("Options --" + oldName + " and --" + name + " cannot be specified together.");
        }
    }

    static void warn(ParsedOptions options, PrintStream out, String oldName, String name) {
        if (options.has(oldName)) {
            out.println("Option --" + oldName + " is deprecated and will be removed in a future version. Use --" + name
                    + " instead.");
        }
    }

    static List<String> values(ParsedOptions options, String oldName, String name) {
        return options.has(name) ? options.values(name) : options.values(oldName);
    }
}
