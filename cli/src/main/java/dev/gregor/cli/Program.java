package dev.gregor.cli;

/** One name in {@code bin/}: takes the arguments that follow the name, returns the process's exit code. */
public interface Program {
    /**
     * Runs the program to its end.
     *
     * @return the exit code: Kafka's own for a drop-in, one of {@link ExitCode} for {@code gregor}
     * @throws Exception what the program could not say better itself; {@link Main} prints it in one line
     */
    int run(Streams streams, String[] arguments) throws Exception;
}
