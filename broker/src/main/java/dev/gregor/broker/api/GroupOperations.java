package dev.gregor.broker.api;

import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.utils.Utils;

/** What may be done to a group (KIP-430): everything, as long as nobody is asked for permission. */
final class GroupOperations {
    /** A bit for each operation's code. */
    static final int ALL = Utils.to32BitField(Set.of(
            AclOperation.READ.code(),
            AclOperation.DESCRIBE.code(),
            AclOperation.DELETE.code(),
            AclOperation.DESCRIBE_CONFIGS.code(),
            AclOperation.ALTER_CONFIGS.code()));

    private GroupOperations() {}
}
