package dev.gregor.cli.server;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code kafka-server-start.sh [-daemon] server.properties [--override key=value]*}; the launcher deals with {@code -daemon}. */
public final class ServerStartProgram implements Program {
    private static final String NAME = "kafka-server-start.sh";
    private static final String USAGE = "USAGE: " + NAME + " [-daemon] server.properties [--override property=value]*";
    private static final String OVERRIDE = "--override";

    @Override
    public int run(Streams streams, String[] arguments) throws InterruptedException {
        var words = List.of(arguments);
        if (words.contains("--version")) {
            streams.out().println(DropIn.VERSION_TEXT);
            return 0;
        }
        if (words.isEmpty() || words.contains("--help")) {
            streams.err().println(USAGE);
            return 1;
        }
        var overrides = new ArrayList<String>();
        var rest = words.subList(1, words.size());
        for (int i = 0; i < rest.size(); i++) {
            var word = rest.get(i);
            if (word.equals(OVERRIDE) && i + 1 < rest.size()) {
                overrides.add(rest.get(++i));
            } else if (word.startsWith(OVERRIDE + "=")) {
                overrides.add(word.substring(OVERRIDE.length() + 1));
            } else {
                streams.err().println(wrong(word));
                streams.err().println(USAGE);
                return 1;
            }
        }
        return new ServerRun(NAME, streams).run(Optional.of(Path.of(words.get(0))), overrides);
    }

    private static String wrong(String word) {
        if (word.equals(OVERRIDE)) {
            return "Option override requires an argument";
        }
        return word.startsWith("-")
                ? word.replaceFirst("^-+", "") + " is not a recognized option"
                : "Found non argument parameters: " + word;
    }
}
