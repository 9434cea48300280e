package dev.gregor.bench;

/**
 * What a ratio Gregor / Apache Kafka may be: {@code first} for a first version, {@code goal} in the end.
 *
 * @param atMost true when a smaller ratio is better (times, CPU, memory), false for throughput
 */
record Budget(double first, double goal, boolean atMost) {
    enum Verdict {
        GOAL("goal"),
        FIRST("first"),
        MISSED("**no**");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Budget atMost(double first, double goal) {
        return new Budget(first, goal, true);
    }

    static Budget atLeast(double first, double goal) {
        return new Budget(first, goal, false);
    }

    Verdict of(double ratio) {
        if (holds(ratio, goal)) {
            return Verdict.GOAL;
        }
        return holds(ratio, first) ? Verdict.FIRST : Verdict.MISSED;
    }

    private boolean holds(double ratio, double limit) {
        return atMost ? ratio <= limit : ratio >= limit;
    }
}
