package dev.gregor.cli.grouptool;

import java.util.Optional;

/** A line of cells, each padded to its width and followed by a space, but for the last; as printf does it in Kafka's tools. */
public final class Padded {
    private final StringBuilder line = new StringBuilder();

    /** Adds a cell and the space behind it. */
    public Padded cell(String text, int width) {
        line.append(text);
        for (int i = text.length(); i < width; i++) {
            line.append(' ');
        }
        line.append(' ');
        return this;
    }

    /** Adds a cell without the space behind it. */
    public Padded joined(String text, int width) {
        cell(text, width);
        line.setLength(line.length() - 1);
        return this;
    }

    /** Adds the last cell as it is. */
    public String last(String text) {
        return line.append(text).toString();
    }

    /** The line as it stands. */
    @Override
    public String toString() {
        return line.toString();
    }

    /** The value, or Kafka's dash. */
    public static String text(Optional<?> value) {
        return value.isPresent() ? String.valueOf(value.get()) : "-";
    }
}
