package dev.gregor.cli.config;

import java.util.ArrayList;
import java.util.regex.Pattern;

/** The words of a line of {@code kafka-configs.sh} as they may be said again: without passwords and keys. */
final class SecretArguments {
    /** What stands for them, as in Apache Kafka's own logs. */
    static final String HIDDEN = "[hidden]";

    private static final Pattern SECRET =
            Pattern.compile("(?i)(password|sasl\\.jaas\\.config|ssl\\.keystore\\.key)\\s*=");

    private SecretArguments() {}

    /** All words; one that holds a secret ends where that begins, whatever follows. */
    static String hidden(String[] arguments) {
        var words = new ArrayList<String>();
        for (var argument : arguments) {
            var secret = SECRET.matcher(argument);
            words.add(secret.find() ? argument.substring(0, secret.end()) + HIDDEN : argument);
        }
        return String.join(" ", words);
    }
}
