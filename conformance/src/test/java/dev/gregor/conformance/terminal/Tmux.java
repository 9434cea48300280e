package dev.gregor.conformance.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A terminal of 80×24 with one program in it, under a tmux server of its own, which closing it ends. */
final class Tmux implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration SHOWS_WITHIN = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(30);
    private static final Duration NUDGE = Duration.ofSeconds(2);

    private final String socket =
            "gregor-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
    private final Map<String, String> environment;

    /** @param environment added to that of the test */
    Tmux(Map<String, String> environment, List<String> program) {
        this.environment = Map.copyOf(environment);
        var command = new ArrayList<>(List.of("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24"));
        command.addAll(program);
        tmux(command);
    }

    /** Types a text as it is. */
    void type(String text) {
        tmux(List.of("send-keys", "-l", text));
    }

    /** Presses keys by tmux's names: {@code Enter}, {@code Tab}, {@code C-c}. */
    void press(String... keys) {
        var command = new ArrayList<>(List.of("send-keys"));
        command.addAll(List.of(keys));
        tmux(command);
    }

    /** What is seen, without blanks at the ends of lines and empty lines at the end. */
    String screen() {
        var lines = tmux(List.of("capture-pane", "-p")).lines().map(String::stripTrailing);
        return String.join("\n", lines.toList()).stripTrailing() + "\n";
    }

    /** Waits until the screen is so. @return the screen */
    String await(String what, Predicate<String> condition) {
        return await(what, condition, () -> {});
    }

    /** Waits until the screen is so, and does something about it now and then. */
    String await(String what, Predicate<String> condition, Runnable nudge) {
        long deadlineNs = System.nanoTime() + SHOWS_WITHIN.toNanos();
        long nudgeNs = System.nanoTime() + NUDGE.toNanos();
        var screen = screen();
        while (!condition.test(screen)) {
            if (System.nanoTime() > deadlineNs) {
                throw new AssertionError("Not within " + SHOWS_WITHIN + ": " + what + "\n" + screen);
            }
            LockSupport.parkNanos(POLL.toNanos());
            if (System.nanoTime() > nudgeNs) {
                nudge.run();
                nudgeNs = System.nanoTime() + NUDGE.toNanos();
            }
            screen = screen();
        }
        return screen;
    }

    /** Waits until the screen contains the text. @return the screen */
    String await(String text) {
        return await("'" + text + "' on the screen", screen -> screen.contains(text));
    }

    /** Waits until the last line is this. @return the screen */
    String awaitLastLine(String line) {
        return await(
                "'" + line + "' as the last line",
                screen -> screen.equals(line + "\n") || screen.endsWith("\n" + line + "\n"));
    }

    /** Waits until the program has ended. */
    void awaitEnd() {
        long deadlineNs = System.nanoTime() + SHOWS_WITHIN.toNanos();
        while (run(List.of("has-session")).exitCode() == 0) {
            if (System.nanoTime() > deadlineNs) {
                throw new AssertionError("Still running:\n" + screen());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private String tmux(List<String> words) {
        var result = run(words);
        if (result.exitCode() != 0) {
            throw new AssertionError("tmux " + words + ": " + result.out());
        }
        return result.out();
    }

    private record Result(int exitCode, String out) {}

    private Result run(List<String> words) {
        var command = new ArrayList<>(List.of("tmux", "-L", socket, "-u"));
        command.addAll(words);
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            // The first call starts the server, which hands its environment on; -e would not do for PATH.
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            return new Result(process.waitFor(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("tmux does not start; conformance/install-clients installs it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run(List.of("kill-server"));
    }
}
