package dev.gregor.cli;

import java.util.Arrays;

/**
 * The JVM's way in. The launcher names the program in the system property {@code gregor.program} (as the link in
 * {@code bin/} is called); without it the first argument is the name.
 */
public final class Main {
    /** System property: the name in {@code bin/} under which the launcher was called. */
    public static final String PROGRAM_PROPERTY = "gregor.program";

    private Main() {}

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] arguments) {
        var stdout = new ProcessOutput();
        var streams = Streams.ofProcess(stdout);
        int exitCode = run(streams, arguments);
        streams.out().flush();
        var loss = stdout.loss();
        if (loss.isPresent()) {
            streams.err().println("The results are not complete: stdout cannot be written to: " + loss.get());
            exitCode = exitCode == ExitCode.DONE ? ExitCode.FAILED : exitCode;
        }
        Runtime.getRuntime().exit(exitCode);
    }

    /** Runs the program the launcher or the first argument names, in this process, and returns its exit code. */
    static int run(Streams streams, String[] arguments) {
        var name = System.getProperty(PROGRAM_PROPERTY, "");
        if (!name.isEmpty()) {
            return run(streams, name, arguments);
        }
        return arguments.length == 0
                ? run(streams, "gregor", arguments)
                : run(streams, arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** Runs the named program, in this process, and returns its exit code. */
    public static int run(Streams streams, String name, String[] arguments) {
        var program = Programs.named(name);
        if (program.isEmpty()) {
            streams.err().println(name + ": no such program in Gregor; 'bin/gregor --help' lists what there is.");
            return ExitCode.USAGE;
        }
        try {
            return program.get().run(streams, arguments);
        } catch (Exception e) {
            return Failure.report(streams.err(), name, e, Failure.wantsMore(arguments));
        }
    }
}
