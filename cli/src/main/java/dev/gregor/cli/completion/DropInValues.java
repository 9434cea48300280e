package dev.gregor.cli.completion;

import dev.gregor.cli.completion.Values.OfEntity.Part;
import dev.gregor.cli.completion.Values.Suffix;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the options of Kafka's tools take, by their names: the tools agree on them but for the few told apart here. */
final class DropInValues {
    /** They mean ids by {@code --broker-list}, all others addresses. */
    private static final Set<String> IDS_AS_LISTS = Set.of("kafka-log-dirs.sh", "kafka-reassign-partitions.sh");

    private DropInValues() {}

    static Values of(String program, String option, String valueName) {
        return switch (option) {
            case "topic", "include", "whitelist", "blacklist" -> Values.live(NameKind.TOPIC);
            case "topic-list", "topics", "topic-partitions", "input-topics", "intermediate-topics", "internal-topics" ->
                new Values.Live(NameKind.TOPIC, Suffix.comma);
            case "group", "group-id" -> Values.live(NameKind.GROUP);
            case "bootstrap-server" -> new Values.Live(NameKind.ADDRESS, Suffix.comma);
            case "broker-list" ->
                new Values.Live(IDS_AS_LISTS.contains(program) ? NameKind.BROKER : NameKind.ADDRESS, Suffix.comma);
            case "broker", "broker-id", "broker-logger" -> Values.live(NameKind.BROKER);
            case "config" -> new Values.Live(NameKind.TOPIC_CONFIG, Suffix.equals);
            case "delete-config" ->
                program.equals("kafka-configs.sh")
                        ? new Values.OfEntity(Part.configs, Suffix.comma)
                        : Values.live(NameKind.TOPIC_CONFIG);
            case "add-config" -> new Values.OfEntity(Part.configs, Suffix.equals);
            case "entity-name" -> new Values.OfEntity(Part.names, Suffix.none);
            case "entity-type" ->
                words("topics", "clients", "users", "brokers", "broker-loggers", "ips", "client-metrics", "groups");
            case "offset" -> words("earliest", "latest");
            case "isolation-level" -> words("read_committed", "read_uncommitted");
            case "compression-codec" -> words("none", "gzip", "snappy", "lz4", "zstd");
            case "request-required-acks" -> words("-1", "0", "1", "all");
            case "process-role" -> words("broker", "controller");
            case "election-type" -> words("preferred", "unclean");
            case "resource-pattern-type" -> words("any", "match", "literal", "prefixed");
            case "operation" ->
                words(
                        "Read",
                        "Write",
                        "Create",
                        "Delete",
                        "Alter",
                        "Describe",
                        "ClusterAction",
                        "DescribeConfigs",
                        "AlterConfigs",
                        "IdempotentWrite",
                        "CreateTokens",
                        "DescribeTokens",
                        "All");
            default -> isFile(valueName) ? new Values.Files() : new Values.Anything();
        };
    }

    private static Values words(String... words) {
        return new Values.Words(List.of(words));
    }

    private static boolean isFile(String valueName) {
        var name = valueName.toLowerCase(Locale.ROOT);
        return name.contains("file") || name.contains("path") || name.contains("config f");
    }
}
