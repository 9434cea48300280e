package dev.gregor.cli.cluster;

/** {@code feature=level} as written on a line. */
record FeatureLevel(String feature, short level) {
    /**
     * Reads one.
     *
     * @throws IllegalArgumentException in Kafka's words
     */
    static FeatureLevel parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("Can't parse feature=level string " + text + ": equals sign not found.");
        }
        var level = text.substring(equals + 1).trim();
        try {
            return new FeatureLevel(text.substring(0, equals).trim(), Short.parseShort(level));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "Can't parse feature=level string " + text + ": unable to parse " + level + " as a short.",
                    notANumber);
        }
    }
}
