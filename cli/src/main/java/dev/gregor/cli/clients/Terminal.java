package dev.gregor.cli.clients;

import java.io.Console;

/** Whether a person sits there. */
public final class Terminal {
    private Terminal() {}

    /** Whether both standard input and standard output are a terminal. */
    @SuppressWarnings("SystemConsoleNull") // asked below
    public static boolean isInteractive() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From JDK 22 on there is always a console, and it has to be asked.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
