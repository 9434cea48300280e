package dev.gregor.cli.topic;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.KafkaLogLine;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.names.TopicFilter;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Uuid;

/** {@code kafka-topics.sh}: exit 0 when done, 1 for whatever went wrong. */
public final class TopicsProgram implements Program {
    private static final int DEFAULT_PAGE_SIZE = 2000;

    /** The program's options. */
    public static OptionTable table() {
        return TopicOptions.table();
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        // A class and not a lambda, which would cost the start milliseconds.
        return new DropIn(table(), streams).run(arguments, new DropIn.Body() {
            @Override
            public int run(ParsedOptions options) {
                return TopicsProgram.run(streams, options);
            }
        });
    }

    private static int run(Streams streams, ParsedOptions options) {
        var out = streams.out();
        TopicOptions.check(options, out, streams.err());
        try (var client =
                DropIn.connect(options.value("bootstrap-server").orElseThrow(), options.value("command-config"))) {
            act(client, options, out);
            return 0;
        } catch (RuntimeException failed) {
            // Kafka's tool says this on stdout, and on stderr as its log does.
            out.println("Error while executing topic command : " + failed.getMessage());
            out.flush();
            KafkaLogLine.error(streams.err(), failed);
            return 1;
        }
    }

    private static void act(ClusterClient client, ParsedOptions options, PrintStream out) {
        if (options.has("create")) {
            create(client, options, out);
        } else if (options.has("alter")) {
            alter(client, options);
        } else if (options.has("list")) {
            out.println(String.join("\n", new Topics(client).names(filter(options))));
        } else if (options.has("describe")) {
            describe(client, options, out);
        } else {
            delete(client, options);
        }
    }

    private static TopicFilter filter(ParsedOptions options) {
        return TopicFilter.of(options.value("topic"), options.has("exclude-internal"));
    }

    private static void create(ClusterClient client, ParsedOptions options, PrintStream out) {
        var topic = newTopic(options);
        if (topic.name().indexOf('.') >= 0 || topic.name().indexOf('_') >= 0) {
            out.println(
                    "WARNING: Due to limitations in metric names, topics with a period ('.') or underscore ('_') could"
                            + " collide. To avoid issues it is best to use either, but not both.");
        }
        int replicationFactor = topic.replicationFactor().orElse(1);
        if (replicationFactor > Short.MAX_VALUE || replicationFactor < 1) {
            throw new IllegalArgumentException(
                    "The replication factor must be between 1 and " + Short.MAX_VALUE + " inclusive");
        }
        if (topic.partitions().orElse(1) < 1) {
            throw new IllegalArgumentException("The partitions must be greater than 0");
        }
        if (topic.name().isEmpty()) {
            throw new IllegalArgumentException("The given topic name '' cannot be represented in a request.");
        }
        try {
            new TopicChanges(client).create(topic);
            out.println("Created topic " + topic.name() + ".");
        } catch (ApiErrorException refused) {
            if (refused.code() != ErrorCodes.TOPIC_ALREADY_EXISTS || !options.has("if-not-exists")) {
                throw refused;
            }
        }
    }

    private static TopicChanges.NewTopic newTopic(ParsedOptions options) {
        var name = options.value("topic").orElseThrow();
        var partitions = options.integer("partitions");
        var replicationFactor = options.integer("replication-factor");
        var assignment =
                ReplicaAssignment.parse(options.value("replica-assignment").orElse(""));
        return new TopicChanges.NewTopic(name, partitions, replicationFactor, assignment, configs(options));
    }

    private static Map<String, String> configs(ParsedOptions options) {
        var configs = new HashMap<String, String>();
        for (var pair : options.values("config")) {
            var parts = pair.split("\\s*=\\s*");
            if (parts.length != 2) {
                throw new IllegalArgumentException(
                        "requirement failed: Invalid topic config: all configs to be added must"
                                + " be in the format \"key=val\".");
            }
            configs.put(parts[0].trim(), parts[1].trim());
        }
        return configs;
    }

    private static void alter(ClusterClient client, ParsedOptions options) {
        var change = newTopic(options);
        var topics = new Topics(client);
        var names = topics.names(filter(options));
        checkFound(names, options);
        if (names.isEmpty()) {
            return;
        }
        var assignments = new HashMap<String, Optional<List<List<Integer>>>>();
        for (var name : names) {
            assignments.put(name, Optional.empty());
        }
        if (!change.assignment().isEmpty()) {
            for (var topic : topics.describe(names, DEFAULT_PAGE_SIZE)) {
                var ofNewPartitions = new ArrayList<>(change.assignment().values());
                int existing = Math.min(topic.partitions().size(), ofNewPartitions.size());
                assignments.put(topic.name(), Optional.of(ofNewPartitions.subList(existing, ofNewPartitions.size())));
            }
        }
        throwFirst(new TopicChanges(client)
                .createPartitions(assignments, change.partitions().orElseThrow()));
    }

    private static void delete(ClusterClient client, ParsedOptions options) {
        var names = new Topics(client).names(filter(options));
        checkFound(names, options);
        if (!names.isEmpty()) {
            throwFirst(new TopicChanges(client).delete(names));
        }
    }

    private static void throwFirst(List<TopicChanges.Outcome> outcomes) {
        for (var outcome : outcomes) {
            if (outcome.error().isPresent()) {
                throw outcome.error().get();
            }
        }
    }

    private static void describe(ClusterClient client, ParsedOptions options, PrintStream out) {
        var topics = new Topics(client);
        var descriptions = described(topics, options);
        var names = new ArrayList<String>();
        for (var topic : descriptions) {
            names.add(topic.name());
        }
        var configs = topics.configs(names);
        var report = new DescribeReport(out, options, topics.liveBrokers());
        var reassignments = topics.reassignments(descriptions);
        for (var topic : descriptions) {
            report.print(topic, configs.getOrDefault(topic.name(), Map.of()), reassignments);
        }
    }

    private static List<TopicDescription> described(Topics topics, ParsedOptions options) {
        Optional<Uuid> id =
                options.value("topic-id").map(Uuid::fromString).filter(given -> !given.equals(Uuid.ZERO_UUID));
        if (id.isEmpty()) {
            var names = topics.names(filter(options));
            checkFound(names, options);
            int pageSize = options.integer("partition-size-limit-per-response").orElse(DEFAULT_PAGE_SIZE);
            return names.isEmpty() ? List.of() : topics.describe(names, pageSize);
        }
        for (var topic : topics.all()) {
            if (topic.topicId().equals(id.get()) && !(topic.isInternal() && options.has("exclude-internal"))) {
                return List.of(topics.describe(id.get()));
            }
        }
        if (options.has("if-exists")) {
            return List.of();
        }
        throw new IllegalArgumentException("TopicId '" + id.get() + "' does not exist as expected");
    }

    private static void checkFound(List<String> found, ParsedOptions options) {
        var asked = options.value("topic").orElse("");
        if (!asked.isEmpty() && found.isEmpty() && !options.has("if-exists")) {
            throw new IllegalArgumentException("Topic '" + asked + "' does not exist as expected");
        }
    }
}
