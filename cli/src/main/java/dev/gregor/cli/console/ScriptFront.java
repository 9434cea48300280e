package dev.gregor.cli.console;

import dev.gregor.cli.output.Screen;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines from a pipe or a file: nothing is held back, nobody is asked. */
final class ScriptFront implements Front {
    private static final long TICK_MS = 20;

    private final PrintStream out;
    private final PrintStream err;

    ScriptFront(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public OutputStream screen() {
        return out;
    }

    @Override
    public Screen shape() {
        return Screen.NONE;
    }

    @Override
    public PrintStream errors(PrintStream results) {
        return err;
    }

    @Override
    public InputStream input(List<String> given, Held held) {
        var text = given.isEmpty() ? "" : String.join("\n", given) + "\n";
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Redirect inputOfProcesses() {
        return Redirect.from(new File("/dev/null")); // stdin is the script
    }

    @Override
    public boolean await(CommandRun run, Held held) throws IOException, InterruptedException {
        held.letThrough();
        while (!run.await(TICK_MS)) {
            out.flush();
        }
        return true;
    }

    @Override
    public int await(Process process) throws InterruptedException {
        out.flush();
        return process.waitFor();
    }

    @Override
    public void show(byte[] text) {
        out.write(text, 0, text.length);
        out.flush();
    }

    @Override
    public List<String> history() {
        return List.of();
    }

    @Override
    public void clear() {
        // There is nothing to clear in a pipe.
    }

    @Override
    public void watch(String title, int everySeconds, Repeated repeated) {
        throw new IllegalArgumentException("watch needs a terminal");
    }
}
