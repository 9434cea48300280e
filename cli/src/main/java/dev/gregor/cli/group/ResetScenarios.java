package dev.gregor.cli.group;

import dev.gregor.cli.dropin.OptionTable;

/** The options that say where {@code --reset-offsets} goes, of the tools that commit offsets for a group. */
final class ResetScenarios {
    private ResetScenarios() {}

    static void addTo(OptionTable table) {
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
