package dev.gregor.cli.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words a process was started with, the program's own name left out; empty when that cannot be known. */
public final class JvmCommandLine {
    private JvmCommandLine() {}

    /** Of the process with this id. */
    public static List<String> of(ProcessHandle process) {
        // ProcessHandle cuts a line at 4 KB, which a class path alone can fill: Linux is asked itself.
        var linux = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return Files.exists(linux) ? words(Files.readAllBytes(linux)) : ofAnySystem(process);
        } catch (IOException endedMeanwhile) {
            return List.of();
        }
    }

    private static List<String> words(byte[] line) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < line.length; i++) {
            if (line[i] == 0) {
                words.add(new String(line, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        return words.isEmpty() ? words : words.subList(1, words.size());
    }

    private static List<String> ofAnySystem(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of());
    }
}
