package dev.gregor.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The process's stdout. It remembers the first failure, which a {@link java.io.PrintStream} above it keeps to itself. */
final class ProcessOutput extends OutputStream {
    private final OutputStream stdout;
    private volatile Optional<IOException> failure = Optional.empty();

    ProcessOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    ProcessOutput(OutputStream stdout) {
        this.stdout = stdout;
    }

    /** What the first write that failed says. */
    Optional<IOException> firstFailure() {
        return failure;
    }

    /** Why results are lost, a full disk say; empty when none are, and when the reader of a pipe has had enough. */
    Optional<String> loss() {
        if (failure.isEmpty()) {
            return Optional.empty();
        }
        var reason = String.valueOf(failure.get().getMessage());
        return isPipe(reason) ? Optional.empty() : Optional.of(reason);
    }

    /** The reason's words are in the user's language: where the system tells what stdout is, that is looked at first. */
    private static boolean isPipe(String reason) {
        try {
            var kind = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return kind.startsWith("pipe:") || kind.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException notTold) {
            return reason.toLowerCase(Locale.ROOT).contains("pipe");
        }
    }

    @Override
    public void write(int letter) throws IOException {
        write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            stdout.write(bytes, from, length);
        } catch (IOException failed) {
            failure = failure.isPresent() ? failure : Optional.of(failed);
            throw failed;
        }
    }
}
