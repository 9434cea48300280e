package dev.gregor.cli.config;

import dev.gregor.cli.user.ScramMechanism;
import dev.gregor.cli.user.ScramUsers;

/** Reads the value of {@code SCRAM-SHA-256=[iterations=8192,password=…]}, the iterations left out or -1 for the least. */
final class ScramValue {
    private static final String ITERATIONS = "iterations=";
    private static final String PASSWORD = "password=";

    private ScramValue() {}

    static ScramUsers.Secret parse(ScramMechanism mechanism, String text) {
        var rest = text;
        int iterations = ScramMechanism.MIN_ITERATIONS;
        if (text.startsWith(ITERATIONS)) {
            int comma = text.indexOf(',');
            var number = comma < 0 ? "" : text.substring(ITERATIONS.length(), comma);
            if (comma < 0 || !isDigits(number)) {
                throw invalid(mechanism);
            }
            iterations = number.equals("-1") ? iterations : Integer.parseInt(number);
            rest = text.substring(comma + 1);
        }
        if (!rest.startsWith(PASSWORD)) {
            throw invalid(mechanism);
        }
        if (iterations < ScramMechanism.MIN_ITERATIONS) {
            throw new IllegalArgumentException("Iterations " + iterations + " is less than the minimum "
                    + ScramMechanism.MIN_ITERATIONS + " required for " + mechanism.mechanismName());
        }
        return new ScramUsers.Secret(mechanism, iterations, rest.substring(PASSWORD.length()));
    }

    private static boolean isDigits(String number) {
        for (int i = number.startsWith("-") ? 1 : 0; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Kafka's tool repeats the text, which is a password in all but form. */
    private static IllegalArgumentException invalid(ScramMechanism mechanism) {
        return new IllegalArgumentException("Invalid credential property " + mechanism + "=" + SecretArguments.HIDDEN);
    }
}
