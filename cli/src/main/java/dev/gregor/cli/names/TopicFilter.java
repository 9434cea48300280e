package dev.gregor.cli.names;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which topics are meant: all, or those whose whole name a regular expression matches; with or without internal ones. */
public final class TopicFilter {
    /** Where every letter stands for itself there is nothing to compile. */
    private final Optional<String> exact;

    private final Optional<Pattern> pattern;
    private final boolean excludeInternal;

    private TopicFilter(Optional<String> exact, Optional<Pattern> pattern, boolean excludeInternal) {
        this.exact = exact;
        this.pattern = pattern;
        this.excludeInternal = excludeInternal;
    }

    /** Every topic. */
    public static TopicFilter all() {
        return new TopicFilter(Optional.empty(), Optional.empty(), false);
    }

    /** As Kafka reads {@code --topic}: commas are alternatives, spaces and outer quotes do not count. */
    public static TopicFilter of(Optional<String> topic, boolean excludeInternal) {
        if (topic.isEmpty()) {
            return new TopicFilter(Optional.empty(), Optional.empty(), excludeInternal);
        }
        var regex = stripQuotes(topic.get().trim().replace(',', '|').replace(" ", ""));
        if (isLiteral(regex)) {
            return new TopicFilter(Optional.of(regex), Optional.empty(), excludeInternal);
        }
        try {
            return new TopicFilter(Optional.empty(), Optional.of(Pattern.compile(regex)), excludeInternal);
        } catch (PatternSyntaxException invalid) {
            throw new IllegalArgumentException(regex + " is an invalid regex.", invalid);
        }
    }

    /** Whether this topic is meant. */
    public boolean allows(String name, boolean internal) {
        if (internal && excludeInternal) {
            return false;
        }
        if (exact.isPresent()) {
            return exact.get().equals(name);
        }
        return pattern.isEmpty() || pattern.get().matcher(name).matches();
    }

    private static String stripQuotes(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isQuote(text.charAt(start))) {
            start++;
        }
        while (end > start && isQuote(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isQuote(char letter) {
        return letter == '"' || letter == '\'';
    }

    private static boolean isLiteral(String regex) {
        for (int i = 0; i < regex.length(); i++) {
            char letter = regex.charAt(i);
            boolean plain = letter == '-' || letter == '_' || letter < 128 && Character.isLetterOrDigit(letter);
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}
