package dev.gregor.cli.output;

/** Numbers of things as a sentence has them. */
public final class Counted {
    private Counted() {}

    /** {@code 1 partition}, {@code 2 partitions}. */
    public static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
