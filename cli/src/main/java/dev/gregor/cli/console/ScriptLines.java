package dev.gregor.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** Lines of a script; one that is not complete goes on in the next. */
final class ScriptLines {
    private ScriptLines() {}

    /** @return empty at the end */
    static Optional<String> next(BufferedReader lines) throws IOException {
        var line = new StringBuilder();
        for (var more = lines.readLine(); more != null; more = lines.readLine()) {
            if (line.isEmpty() && (more.isBlank() || more.startsWith("#"))) {
                continue;
            }
            line.append(line.isEmpty() ? "" : "\n").append(more);
            if (more.startsWith("!") || isComplete(line.toString())) {
                break;
            }
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString().strip());
    }

    private static boolean isComplete(String line) {
        try {
            ConsoleLine.parse(line);
            return true;
        } catch (ConsoleLine.IncompleteException goesOn) {
            return false;
        } catch (IllegalArgumentException meaningless) {
            return true; // and will be said when it runs
        }
    }
}
