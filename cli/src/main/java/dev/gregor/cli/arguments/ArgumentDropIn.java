package dev.gregor.cli.arguments;

import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;

/** Runs a drop-in whose line argparse4j reads in Apache Kafka; the exit codes are those of most such tools. */
public final class ArgumentDropIn {
    private static final int FAILED = 1;

    private final ArgumentTable table;
    private final Streams streams;
    private int exitCodeOfHelp;

    /** For one run of the tool this table belongs to. */
    public ArgumentDropIn(ArgumentTable table, Streams streams) {
        this.table = table;
        this.streams = streams;
    }

    /** For a tool that counts a call for help as a failure. */
    public ArgumentDropIn failingAfterHelp() {
        exitCodeOfHelp = FAILED;
        return this;
    }

    /** What a drop-in does once its line has been read. */
    @FunctionalInterface
    public interface Body {
        /**
         * Does it.
         *
         * @return the exit code
         */
        int run(ParsedArguments arguments) throws Exception;
    }

    /** Reads the line and runs the body; a failure ends as one line on stderr and exit code 1. */
    public int run(String[] words, Body body) {
        try {
            if (words.length == 1 && words[0].equals("--version")) {
                // Most of these tools have no such option in Apache Kafka; all of Gregor's answer it.
                streams.out().println(DropIn.VERSION_TEXT);
                return 0;
            }
            return body.run(table.parse(words));
        } catch (AnswerAsked asked) {
            streams.out().print(asked.answer());
            return asked.isHelp() ? exitCodeOfHelp : 0;
        } catch (ArgumentException misuse) {
            streams.err().print(misuse.report());
            return FAILED;
        } catch (Exception failed) {
            DropIn.report(streams.err(), "", failed);
            return FAILED;
        }
    }
}
