package dev.gregor.cli.output;

/**
 * A field's value that is JSON already: printed as it is, in a table too.
 *
 * @param text one JSON value
 */
public record JsonValue(String text) {
    @Override
    public String toString() {
        return text;
    }
}
