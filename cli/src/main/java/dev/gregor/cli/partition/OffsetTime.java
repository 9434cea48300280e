package dev.gregor.cli.partition;

/**
 * The place {@code --time} asks for, as ListOffsets takes it: a timestamp in milliseconds, or one of the special ones.
 *
 * @param minVersion the lowest version of ListOffsets that knows this one
 */
record OffsetTime(long timestamp, int minVersion) {
    private static final int ANY_VERSION = 1;

    /**
     * Reads a name or a number.
     *
     * @throws IllegalArgumentException in Kafka's words
     */
    static OffsetTime parse(String text) {
        return switch (text) {
            case "latest" -> of(-1);
            case "earliest" -> of(-2);
            case "max-timestamp" -> of(-3);
            case "earliest-local" -> of(-4);
            case "latest-tiered" -> of(-5);
            case "earliest-pending-upload" -> of(-6);
            default -> {
                try {
                    yield of(Long.parseLong(text));
                } catch (NumberFormatException notANumber) {
                    throw new IllegalArgumentException("Malformed time argument " + text
                            + ". Please use -1 or latest / -2 or earliest / -3 or max-timestamp / -4 or earliest-local /"
                            + " -5 or latest-tiered / -6 or earliest-pending-upload, or a specified long format"
                            + " timestamp");
                }
            }
        };
    }

    private static OffsetTime of(long timestamp) {
        int minVersion = switch ((int) Math.max(timestamp, Integer.MIN_VALUE)) {
            case -3 -> 7;
            case -4 -> 8;
            case -5 -> 9;
            case -6 -> 11;
            default -> ANY_VERSION;
        };
        return new OffsetTime(timestamp, timestamp < 0 ? minVersion : ANY_VERSION);
    }
}
