package dev.gregor.cli.partition;

import dev.gregor.cli.names.TopicFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which partitions {@code kafka-get-offsets.sh} is asked for; one that matches any rule is meant. */
record PartitionFilter(List<Rule> rules) {
    /**
     * Topics by their names, partitions by their numbers.
     *
     * @param numbers   these alone; none means all between the bounds
     * @param fromIndex inclusive
     * @param toIndex   exclusive
     */
    record Rule(TopicFilter topics, List<Integer> numbers, int fromIndex, int toIndex) {
        private boolean allows(String topic, int partition) {
            return (numbers.isEmpty() || numbers.contains(partition))
                    && partition >= fromIndex
                    && partition < toIndex
                    && topics.allows(topic, false);
        }
    }

    PartitionFilter {
        rules = List.copyOf(rules);
    }

    /**
     * {@code --topic} and {@code --partitions}.
     *
     * @throws IllegalArgumentException in Kafka's words
     */
    static PartitionFilter of(Optional<String> topic, Optional<String> partitions) {
        var numbers = new ArrayList<Integer>();
        if (partitions.isPresent() && !partitions.get().isEmpty()) {
            try {
                for (var number : partitions.get().split(",")) {
                    numbers.add(Integer.parseInt(number));
                }
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("--partitions expects a comma separated list of numeric partition"
                        + " ids, but received: " + partitions.get());
            }
        }
        return new PartitionFilter(List.of(new Rule(TopicFilter.of(topic, false), numbers, 0, Integer.MAX_VALUE)));
    }

    /**
     * {@code --topic-partitions}: {@code REGEX:RANGE} with commas between, where the range is {@code 3}, {@code 1-3} (3 not
     * included), {@code 1-}, {@code -3} or left out.
     *
     * @throws IllegalArgumentException in Kafka's words
     */
    static PartitionFilter parse(String text) {
        var rules = new ArrayList<Rule>();
        for (var rule : text.split(",")) {
            rules.add(rule(rule));
        }
        return new PartitionFilter(rules);
    }

    private static Rule rule(String text) {
        int colon = text.indexOf(':');
        var topic = colon < 0 ? text : text.substring(0, colon);
        var range = colon < 0 ? "" : text.substring(colon + 1);
        var topics = TopicFilter.of(topic.isEmpty() ? Optional.empty() : Optional.of(topic), false);
        int dash = range.indexOf('-');
        var first = dash < 0 ? range : range.substring(0, dash);
        var last = dash < 0 ? "" : range.substring(dash + 1);
        if (!areDigits(first) || !areDigits(last)) {
            // Kafka's tool prints its own exception around the message.
            throw new IllegalArgumentException(
                    "org.apache.kafka.tools.TerseException: Invalid rule specification: " + text);
        }
        if (dash < 0 && !first.isEmpty()) {
            return new Rule(topics, List.of(Integer.parseInt(first)), 0, Integer.MAX_VALUE);
        }
        return new Rule(
                topics,
                List.of(),
                first.isEmpty() ? 0 : Integer.parseInt(first),
                last.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(last));
    }

    private static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    boolean allows(String topic, int partition) {
        for (var rule : rules) {
            if (rule.allows(topic, partition)) {
                return true;
            }
        }
        return false;
    }
}
