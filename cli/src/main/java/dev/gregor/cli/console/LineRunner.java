package dev.gregor.cli.console;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.FailureText;
import dev.gregor.cli.Session;
import dev.gregor.cli.Streams;
import dev.gregor.cli.output.Screen;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Runs a line: one of the console's own commands, a command of {@code gregor}, or one of the system's. */
final class LineRunner {
    private static final int EVERY_SECONDS = 2;

    private final Session session;
    private final ConsoleCluster cluster;
    private final Vocabulary vocabulary;
    private final Front front;
    private final PrintStream err;
    private boolean left;

    LineRunner(Session session, ConsoleCluster cluster, Vocabulary vocabulary, Front front, PrintStream err) {
        this.session = session;
        this.cluster = cluster;
        this.vocabulary = vocabulary;
        this.front = front;
        this.err = err;
    }

    /** Whether {@code exit} has been said. */
    boolean isLeft() {
        return left;
    }

    /** @return the line's exit code */
    int run(String line) throws InterruptedException {
        try {
            if (line.startsWith("!")) {
                return shell(line.substring(1).strip());
            }
            var parsed = ConsoleLine.parse(line);
            return parsed.words().isEmpty() ? ExitCode.DONE : run(parsed);
        } catch (ConsoleLine.IncompleteException incomplete) {
            return fail("the line is not complete: " + incomplete.missing(), ExitCode.USAGE);
        } catch (IllegalArgumentException misuse) {
            return fail(String.valueOf(misuse.getMessage()), ExitCode.USAGE);
        } catch (IOException | RuntimeException failed) { // a file or a context that is not there, say
            return fail(FailureText.of(failed), ExitCode.FAILED);
        }
    }

    private int fail(String message, int exitCode) {
        err.println("console: " + message);
        err.flush();
        return exitCode;
    }

    private int run(ConsoleLine line) throws IOException, InterruptedException {
        if (line.words().size() > 1 && line.words().get(0).equals("gregor")) {
            return run(line.withoutFirst()); // as examples and advice have it
        }
        var words = line.words();
        var rest = words.subList(1, words.size());
        var first = words.get(0);
        if (first.equals("watch")) {
            watch(line, rest);
            return ExitCode.DONE;
        }
        if (first.equals("help") ? isOption(rest) : vocabulary.runsElsewhere(words)) {
            return front.await(Shell.attached(Shell.lineOf(line), front.inputOfProcesses()));
        }
        switch (first) {
            case "exit", "quit" -> left = true;
            case "console" -> throw new IllegalArgumentException("this is it");
            case "clear" -> front.clear();
            case "use" -> use(rest);
            case "history" -> write(line, String.join("\n", front.history()) + "\n");
            case "help" -> {
                var own = Vocabulary.own(rest.isEmpty() ? first : rest.get(0));
                if (rest.isEmpty() || rest.get(0).equals(first)) {
                    write(line, ConsoleHelp.text(vocabulary.at(List.of()).command()));
                } else if (own.isPresent()) {
                    write(line, own.get().description() + "\n");
                } else {
                    return command(line, with(rest, "--help"));
                }
            }
            default -> {
                return command(line, words);
            }
        }
        return ExitCode.DONE;
    }

    private static boolean isOption(List<String> words) {
        return !words.isEmpty() && words.get(0).startsWith("-");
    }

    private static List<String> with(List<String> words, String last) {
        var all = new ArrayList<>(words);
        all.add(last);
        return all;
    }

    private void use(List<String> words) {
        if (words.size() != 1) {
            throw new IllegalArgumentException("use takes the name of one context; 'context list' shows them");
        }
        cluster.use(words.get(0));
    }

    private int command(ConsoleLine line, List<String> words) throws IOException, InterruptedException {
        if (line.output().isPresent()) {
            try (var out = open(line.output().get())) {
                return into(out, line.input(), words);
            }
        }
        if (line.pipe().isPresent()) {
            var process = Shell.reading(line.pipe().get());
            int exitCode;
            try (var out = new BufferedOutputStream(process.getOutputStream())) {
                exitCode = into(out, line.input(), words);
            } catch (IOException closed) {
                exitCode = ExitCode.DONE; // whoever reads has read enough
            }
            int ofPipe = front.await(process);
            return exitCode == ExitCode.DONE ? ofPipe : exitCode;
        }
        return ontoScreen(line.input(), words);
    }

    private static OutputStream open(ConsoleLine.Target target) throws IOException {
        var option = target.appends() ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        return new BufferedOutputStream(Files.newOutputStream(
                Path.of(target.file()), StandardOpenOption.CREATE, StandardOpenOption.WRITE, option));
    }

    private int ontoScreen(List<String> input, List<String> words) throws IOException, InterruptedException {
        var held = new Held(front.screen());
        session.showOn(front.shape());
        var out = new PrintStream(held, true, Charset.defaultCharset());
        return finish(start(words, front.input(input, held), out, front.errors(out)), held);
    }

    private int into(OutputStream target, List<String> input, List<String> words)
            throws IOException, InterruptedException {
        // What goes wrong is for the screen, the results are not.
        var held = new Held(front.screen());
        session.showOn(Screen.NONE);
        var out = new PrintStream(target, false, Charset.defaultCharset());
        var errors = front.errors(new PrintStream(held, true, Charset.defaultCharset()));
        int exitCode = finish(start(words, front.input(input, held), out, errors), held);
        out.flush();
        return exitCode;
    }

    private CommandRun start(List<String> words, InputStream in, PrintStream out, PrintStream errors) {
        return CommandRun.start(session, new Streams(in, out, errors), words);
    }

    private int finish(CommandRun run, Held held) throws IOException, InterruptedException {
        boolean finished = front.await(run, held);
        var rest = held.end();
        if (!finished) {
            return fail("cancelled", ExitCode.FAILED);
        }
        front.show(rest);
        return run.exitCode();
    }

    private void write(ConsoleLine line, String text) throws IOException, InterruptedException {
        var bytes = text.getBytes(Charset.defaultCharset());
        if (line.output().isPresent()) {
            try (var out = open(line.output().get())) {
                out.write(bytes);
            }
        } else if (line.pipe().isPresent()) {
            var process = Shell.reading(line.pipe().get());
            try (var out = process.getOutputStream()) {
                out.write(bytes);
            } catch (IOException closed) {
                // Whoever reads has read enough.
            }
            front.await(process);
        } else {
            front.show(bytes);
        }
    }

    private int shell(String line) throws IOException, InterruptedException {
        return front.await(Shell.attached(line, front.inputOfProcesses()));
    }

    private void watch(ConsoleLine line, List<String> words) throws IOException, InterruptedException {
        boolean timed = words.size() > 1 && words.get(0).equals("-n");
        int seconds = EVERY_SECONDS;
        if (timed) {
            try {
                seconds = Math.max(1, Integer.parseInt(words.get(1)));
            } catch (NumberFormatException noNumber) {
                throw new IllegalArgumentException(
                        "-n takes a number of seconds, not '" + words.get(1) + "'", noNumber);
            }
        }
        var command = timed ? words.subList(2, words.size()) : words;
        if (command.isEmpty()) {
            throw new IllegalArgumentException("watch what? 'watch topic list' runs it every 2 seconds");
        }
        var first = command.get(0);
        if (first.equals("console") || Vocabulary.own(first).isPresent() || vocabulary.runsElsewhere(command)) {
            throw new IllegalArgumentException("watch runs a command that asks the cluster, not '" + first + "'");
        }
        if (line.output().isPresent() || line.pipe().isPresent()) {
            throw new IllegalArgumentException("watch fills the screen; it goes with neither '|' nor '>'");
        }
        front.watch(String.join(" ", command), seconds, target -> {
            session.showOn(front.shape()); // which may have been resized
            var out = new PrintStream(target, true, Charset.defaultCharset()); // errors, too, are to be watched
            return start(command, InputStream.nullInputStream(), out, out);
        });
    }
}
