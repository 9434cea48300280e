package dev.gregor.cli.console;

import dev.gregor.cli.output.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** Where a console's lines come from and their results go: a terminal with a person, or a script's stdin and stdout. */
interface Front {
    /** Where results end up. */
    OutputStream screen();

    /** How results may look there. */
    Screen shape();

    /** Where a command says what goes wrong, when its results go there. */
    PrintStream errors(PrintStream results);

    /** What a command reads: what its line gives, else what there is. */
    InputStream input(List<String> given, Held held);

    /** What processes of the system read. */
    Redirect inputOfProcesses();

    /**
     * Waits for the command; a person may cancel it.
     *
     * @return false when it was cancelled
     */
    boolean await(CommandRun run, Held held) throws IOException, InterruptedException;

    /** Waits for a process of the system that has the terminal meanwhile. @return its exit code */
    int await(Process process) throws InterruptedException;

    /** Shows what a command wrote, page by page if need be. */
    void show(byte[] text) throws IOException, InterruptedException;

    /** The lines of this and earlier sessions, the oldest first. */
    List<String> history();

    /** Clears what is seen. */
    void clear();

    /**
     * Runs again and again until a person has enough.
     *
     * @param title what runs
     */
    void watch(String title, int everySeconds, Repeated repeated) throws IOException, InterruptedException;

    /** Something to run again and again. */
    interface Repeated {
        /** Starts a run that writes there. */
        CommandRun start(OutputStream out);
    }
}
