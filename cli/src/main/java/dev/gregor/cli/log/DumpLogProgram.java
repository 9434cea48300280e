package dev.gregor.cli.log;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;

/** {@code kafka-dump-log.sh}: exit 0 when all files were printed, whatever is wrong in them; 1 when one cannot be read on. */
public final class DumpLogProgram implements Program {
    /** The program's options. */
    public static OptionTable table() {
        return DumpLogOptions.table();
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        // A class and not a lambda, which would cost the start milliseconds.
        return new DropIn(table(), streams).run(arguments, new DropIn.Body() {
            @Override
            public int run(ParsedOptions options) {
                return new FilesDump(streams, new DumpLogOptions(options)).run();
            }
        });
    }
}
