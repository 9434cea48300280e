package dev.gregor.cli.progress;

/** What a task counts. */
public enum Unit {
    /** Records. */
    RECORDS("records", 1000),
    /** Bytes, in steps of 1024. */
    BYTES("B", 1024),
    /** Whatever is listed: topics, groups, partitions. */
    ITEMS("", 1000);

    private static final String STEPS = "kMGTP";
    private static final int SHORT = 10;

    private final String name;
    private final int step;

    Unit(String name, int step) {
        this.name = name;
        this.step = step;
    }

    /** An amount in three digits or so: {@code 1.2 M records}, {@code 310 kB}, {@code 7}. */
    public String text(double amount) {
        double figure = amount;
        int steps = 0;
        while (figure >= step && steps < STEPS.length()) {
            figure /= step;
            steps++;
        }
        long tenths = Math.round(figure * 10);
        var digits =
                steps == 0 || figure >= SHORT ? String.valueOf(Math.round(figure)) : tenths / 10 + "." + tenths % 10;
        var unit = (steps == 0 ? "" : STEPS.charAt(steps - 1)) + (this == BYTES ? name : "");
        var counted = this == BYTES || name.isEmpty() ? "" : " " + name;
        return digits + (unit.isEmpty() ? "" : " " + unit) + counted;
    }
}
