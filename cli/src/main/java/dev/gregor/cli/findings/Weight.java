package dev.gregor.cli.findings;

import java.util.Locale;

/** How much a finding matters, most first. */
public enum Weight {
    /** Something does not work now, or records are at risk now. */
    ERROR,
    /** The next failure will hurt, or something slowly gets worse. */
    WARNING,
    /** Good to know. */
    NOTE;

    /** As printed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
