package dev.gregor.cli.dropin;

import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A table's help, and its model for completion, in picocli's terms. */
public final class Usage {
    private Usage() {}

    static void print(OptionTable table, PrintStream err) {
        new CommandLine(spec(table)).usage(err);
    }

    /** The table as picocli's model. */
    public static CommandSpec spec(OptionTable table) {
        var spec = CommandSpec.create().name(table.program());
        spec.usageMessage()
                .description(escape(table.description()))
                .abbreviateSynopsis(true)
                .width(100);
        for (var option : table.options()) {
            var builder = OptionSpec.builder("--" + option.name()).description(escape(option.description()));
            if (option.valueName().isPresent()) {
                builder.type(String[].class)
                        .arity(option.valueOptional() ? "0..1" : "1")
                        .paramLabel("<" + option.valueName().get() + ">");
            } else {
                builder.type(boolean.class).arity("0");
            }
            spec.addOption(builder.build());
        }
        return spec;
    }

    private static String escape(String text) {
        return text.replace("%", "%%");
    }
}
