package dev.gregor.cli.coordinator;

import dev.gregor.protocol.BrokerNode;
import java.util.List;
import java.util.Optional;

/**
 * A classic, consumer or share group as its coordinator describes it.
 *
 * @param type            one of {@link GroupNames#TYPES}
 * @param assignor        how its partitions are shared out; may be empty
 * @param groupEpoch      empty for classic groups
 * @param assignmentEpoch empty for classic groups
 */
public record GroupDescription(
        String id,
        String type,
        String state,
        String assignor,
        BrokerNode coordinator,
        List<GroupMember> members,
        Optional<Integer> groupEpoch,
        Optional<Integer> assignmentEpoch) {
    /** Whether nobody is a member, so that its offsets may be changed. */
    public boolean isInactive() {
        return state.equals(GroupNames.EMPTY) || state.equals(GroupNames.DEAD);
    }
}
