package dev.gregor.broker.api;

import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Bit fields of what a client may do (KIP-430): without an authorizer, all that can be done. */
final class AuthorizedOperations {
    private static final List<AclOperation> OF_TOPIC = List.of(
            AclOperation.READ,
            AclOperation.WRITE,
            AclOperation.CREATE,
            AclOperation.DELETE,
            AclOperation.ALTER,
            AclOperation.DESCRIBE,
            AclOperation.DESCRIBE_CONFIGS,
            AclOperation.ALTER_CONFIGS);
    private static final List<AclOperation> OF_CLUSTER = List.of(
            AclOperation.CREATE,
            AclOperation.ALTER,
            AclOperation.DESCRIBE,
            AclOperation.CLUSTER_ACTION,
            AclOperation.DESCRIBE_CONFIGS,
            AclOperation.ALTER_CONFIGS,
            AclOperation.IDEMPOTENT_WRITE);

    private AuthorizedOperations() {}

    /** @param type TOPIC or CLUSTER */
    static int all(ResourceType type) {
        int field = 0;
        for (var operation : type == ResourceType.CLUSTER ? OF_CLUSTER : OF_TOPIC) {
            field |= 1 << operation.code();
        }
        return field;
    }
}
