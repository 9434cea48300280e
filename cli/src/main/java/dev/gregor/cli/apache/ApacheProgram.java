package dev.gregor.cli.apache;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;

/**
 * A program that is Apache Kafka's own class: {@code --version} for all of them, half of which do not know that option. For
 * everything else the launcher runs the class itself, on a class path of its own.
 */
public final class ApacheProgram implements Program {
    private final String name;

    /** The program of this name in {@code bin/}. */
    public ApacheProgram(String name) {
        this.name = name;
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("--version")) {
            streams.out().println(DropIn.VERSION_TEXT);
            return 0;
        }
        streams.err().println(name + " is Apache Kafka's own program; run it as bin/" + name + ".sh.");
        return 1;
    }
}
