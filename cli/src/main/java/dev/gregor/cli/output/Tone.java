package dev.gregor.cli.output;

/** What a value means to who looks at it; a colour on a terminal, nothing elsewhere. */
public enum Tone {
    /** As all else. */
    PLAIN(""),
    /** As it should be. */
    GOOD("\u001b[32m"),
    /** To be looked at. */
    WARNING("\u001b[33m"),
    /** To be mended. */
    BAD("\u001b[31m"),
    /** A heading. */
    HEADING("\u001b[1m");

    private static final String END = "\u001b[0m";

    private final String start;

    Tone(String start) {
        this.start = start;
    }

    /** The text in this tone, where colours may be written. */
    public String paint(String text, Screen screen) {
        return screen.colours() && this != PLAIN ? start + text + END : text;
    }
}
