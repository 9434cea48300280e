package dev.gregor.cli.token;

/** Who someone is to a cluster. The text is Kafka's. */
record Principal(String type, String name) {
    /**
     * Reads {@code User:alice}.
     *
     * @throws IllegalArgumentException in Kafka's words
     */
    static Principal parse(String text) {
        var trimmed = text.trim();
        int colon = trimmed.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "expected a string in format principalType:principalName but got " + trimmed);
        }
        return new Principal(trimmed.substring(0, colon), trimmed.substring(colon + 1));
    }

    @Override
    public String toString() {
        return type + ":" + name;
    }
}
