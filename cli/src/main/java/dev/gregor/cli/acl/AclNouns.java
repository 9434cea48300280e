package dev.gregor.cli.acl;

import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** How the words of {@code gregor acl} are read. */
final class AclNouns {
    /** By what they are on, then who may. */
    static final Comparator<AclBinding> ORDER = Comparator.comparing(
                    (AclBinding acl) -> acl.pattern().resourceType())
            .thenComparing(acl -> acl.pattern().name())
            .thenComparing(acl -> acl.pattern().patternType())
            .thenComparing(acl -> acl.entry().principal())
            .thenComparing(acl -> acl.entry().operation())
            .thenComparing(acl -> acl.entry().host())
            .thenComparing(acl -> acl.entry().permissionType());

    private AclNouns() {}

    /** A name without a type is a user's. */
    static String principal(String text) {
        return text.indexOf(':') < 0 ? "User:" + text : text;
    }

    /**
     * The operation of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static AclOperation operation(String word) {
        var operation = AclWords.operation(word.replace("-", "").replace("_", ""));
        if (operation == AclOperation.UNKNOWN || operation == AclOperation.ANY) {
            throw new IllegalArgumentException(
                    "'" + word + "' is no operation; there is Read, Write, Create, Delete, Alter, Describe,"
                            + " ClusterAction, DescribeConfigs, AlterConfigs, IdempotentWrite, CreateTokens,"
                            + " DescribeTokens, TwoPhaseCommit, All");
        }
        return operation;
    }

    /** What a producer needs on such a resource; nothing on those it does not use. */
    static List<AclOperation> producers(ResourceType type) {
        return switch (type) {
            case TOPIC -> List.of(AclOperation.WRITE, AclOperation.DESCRIBE, AclOperation.CREATE);
            case TRANSACTIONAL_ID -> List.of(AclOperation.WRITE, AclOperation.DESCRIBE);
            default -> List.of();
        };
    }

    /** What a consumer needs on such a resource; nothing on those it does not use. */
    static List<AclOperation> consumers(ResourceType type) {
        return switch (type) {
            case TOPIC -> List.of(AclOperation.READ, AclOperation.DESCRIBE);
            case GROUP -> List.of(AclOperation.READ);
            default -> List.of();
        };
    }
}
