package dev.gregor.cli.reset;

import dev.gregor.cli.dropin.OptionTable;
import java.util.List;

/** The options that say where {@code --reset-offsets} goes, of the tools that commit offsets for a group. */
public final class ResetScenarios {
    /** Their names; a line has one of them. */
    public static final List<String> ALL = List.of(
            "to-offset",
            "to-datetime",
            "by-duration",
            "to-earliest",
            "to-latest",
            "to-current",
            "shift-by",
            "from-file");

    private ResetScenarios() {}

    /** Adds them to a tool's options. */
    public static void addTo(OptionTable table) {
        table.value("to-offset", "offset", "Reset offsets to a specific offset.")
                .value("from-file", "path to CSV file", "Reset offsets to values defined in CSV file.")
                .value(
                        "to-datetime",
                        "datetime",
                        "Reset offsets to offset from datetime. Format: 'YYYY-MM-DDThh:mm:ss.sss'")
                .value(
                        "by-duration",
                        "duration",
                        "Reset offsets to offset by duration from current timestamp. Format: 'PnDTnHnMnS'")
                .flag("to-earliest", "Reset offsets to earliest offset.")
                .flag("to-latest", "Reset offsets to latest offset.")
                .flag("to-current", "Reset offsets to current offset.")
                .value(
                        "shift-by",
                        "number-of-offsets",
                        "Reset offsets shifting current offset by 'n', where 'n' can be positive or negative.");
    }
}
