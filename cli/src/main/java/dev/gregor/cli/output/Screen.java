package dev.gregor.cli.output;

import java.util.Map;

/**
 * Where results are shown.
 *
 * @param columns the width of a line; {@link #ENDLESS} when no one looks
 * @param colours whether escape codes may be written
 */
public record Screen(int columns, boolean colours) {
    /** As wide as anything. */
    public static final int ENDLESS = Integer.MAX_VALUE;
    /** A pipe or a file: nothing is cut, nothing is coloured. */
    public static final Screen NONE = new Screen(ENDLESS, false);

    /** System property: the terminal's width, set by the launcher when stdout is one. */
    private static final String COLUMNS_PROPERTY = "gregor.columns";

    /** The process's stdout; colours as <a href="https://no-color.org">NO_COLOR</a> has it. */
    public static Screen ofProcess(Map<String, String> environment) {
        int columns = Integer.getInteger(COLUMNS_PROPERTY, ENDLESS);
        return columns == ENDLESS ? NONE : new Screen(columns, mayHaveColours(environment));
    }

    /** Whether the environment lets a terminal have colours. */
    public static boolean mayHaveColours(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Whether someone looks. */
    public boolean isTerminal() {
        return columns != ENDLESS;
    }
}
