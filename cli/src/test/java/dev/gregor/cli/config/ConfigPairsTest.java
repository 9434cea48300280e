package dev.gregor.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compared with the regular expressions of Apache Kafka's ConfigCommand, on lines made of what matters to them. */
class ConfigPairsTest {
    private static final String OUTSIDE = "(?=[^\\]]*(?:\\[|$))";
    private static final String PIECES = "ab=,[] ";
    private static final int LINES = 20_000;
    private static final int LONGEST = 14;

    @Test
    void givenAnyLine_whenRead_thenPairsAreThoseOfKafkasExpressions() {
        // given
        long seed = 20_260_711L;
        var random = new Random(seed);
        for (int i = 0; i < LINES; i++) {
            var line = line(random);
            // when
            var pairs = outcome(() -> ConfigPairs.parse(line));
            // then
            assertThat(pairs).as("seed %d, line '%s'", seed, line).isEqualTo(outcome(() -> kafkas(line)));
        }
    }

    private static String line(Random random) {
        var line = new StringBuilder();
        int length = random.nextInt(LONGEST);
        for (int i = 0; i < length; i++) {
            line.append(PIECES.charAt(random.nextInt(PIECES.length())));
        }
        return line.toString();
    }

    private interface Reading {
        Properties read();
    }

    private static String outcome(Reading reading) {
        try {
            return reading.read().toString();
        } catch (IllegalArgumentException refused) {
            return "refused";
        }
    }

    private static Properties kafkas(String line) {
        var pairs = new Properties();
        for (var pair : line.split("," + OUTSIDE)) {
            var parts = pair.split("\\s*=\\s*" + OUTSIDE, -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException(pair);
            }
            pairs.setProperty(
                    parts[0].trim(), parts[1].replaceAll("\\[?\\]?", "").trim());
        }
        return pairs;
    }
}
