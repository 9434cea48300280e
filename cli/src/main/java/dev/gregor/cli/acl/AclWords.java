package dev.gregor.cli.acl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** The words of ACLs as people write them: operations, pattern types, principals. */
public final class AclWords {
    private AclWords() {}

    /** {@code DescribeConfigs} in any case, without underscores; UNKNOWN for what is none. */
    public static AclOperation operation(String word) {
        var upper = word.toUpperCase(Locale.ROOT);
        for (var operation : AclOperation.values()) {
            if (operation.name().replace("_", "").equals(upper)) {
                return operation;
            }
        }
        return AclOperation.UNKNOWN;
    }

    /** {@code DescribeConfigs} for DESCRIBE_CONFIGS. */
    public static String name(Enum<?> value) {
        var name = new StringBuilder();
        for (var part : value.name().split("_", 0)) {
            name.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    /** The pattern type of this name in any case, if it is one. */
    static Optional<PatternType> patternType(String word) {
        for (var type : PatternType.values()) {
            if (type != PatternType.UNKNOWN && type.name().equalsIgnoreCase(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /**
     * The principal as it is written, when it is {@code type:name}.
     *
     * @throws IllegalArgumentException in Kafka's words when it is not
     */
    static String principal(String text) {
        if (text.indexOf(':') < 0) {
            throw new IllegalArgumentException(
                    "expected a string in format principalType:principalName but got " + text);
        }
        return text;
    }

    /** The operations that an ACL on such a resource can name, ALL last; Apache Kafka's AclEntry. */
    static List<AclOperation> operationsOn(ResourceType type) {
        return switch (type) {
            case TOPIC ->
                List.of(
                        AclOperation.READ,
                        AclOperation.WRITE,
                        AclOperation.CREATE,
                        AclOperation.DELETE,
                        AclOperation.ALTER,
                        AclOperation.DESCRIBE,
                        AclOperation.DESCRIBE_CONFIGS,
                        AclOperation.ALTER_CONFIGS,
                        AclOperation.ALL);
            case GROUP ->
                List.of(
                        AclOperation.READ,
                        AclOperation.DELETE,
                        AclOperation.DESCRIBE,
                        AclOperation.DESCRIBE_CONFIGS,
                        AclOperation.ALTER_CONFIGS,
                        AclOperation.ALL);
            case CLUSTER ->
                List.of(
                        AclOperation.CREATE,
                        AclOperation.ALTER,
                        AclOperation.DESCRIBE,
                        AclOperation.CLUSTER_ACTION,
                        AclOperation.DESCRIBE_CONFIGS,
                        AclOperation.ALTER_CONFIGS,
                        AclOperation.IDEMPOTENT_WRITE,
                        AclOperation.ALL);
            case TRANSACTIONAL_ID ->
                List.of(AclOperation.WRITE, AclOperation.DESCRIBE, AclOperation.TWO_PHASE_COMMIT, AclOperation.ALL);
            case DELEGATION_TOKEN -> List.of(AclOperation.DESCRIBE, AclOperation.ALL);
            case USER -> List.of(AclOperation.CREATE_TOKENS, AclOperation.DESCRIBE_TOKENS, AclOperation.ALL);
            default -> throw new IllegalArgumentException("Not a concrete resource type");
        };
    }
}
