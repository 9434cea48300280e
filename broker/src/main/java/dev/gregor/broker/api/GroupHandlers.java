package dev.gregor.broker.api;

import dev.gregor.broker.group.GroupCoordination;
import dev.gregor.broker.quorum.ClusterMetadata;
import java.util.List;

/** All that is served of groups and their offsets. Share and streams groups are not: what has no handler is not advertised. */
public final class GroupHandlers {
    private GroupHandlers() {}

    /** A handler for each API, none of which starts the coordinator before it is asked something. */
    public static List<RequestHandler<?, ?>> of(GroupCoordination groups, ClusterMetadata metadata) {
        return List.of(
                new FindCoordinatorHandler(groups, metadata),
                new JoinGroupHandler(groups),
                new SyncGroupHandler(groups),
                new HeartbeatHandler(groups),
                new LeaveGroupHandler(groups),
                new OffsetCommitHandler(groups, metadata),
                new OffsetFetchHandler(groups, metadata),
                new OffsetDeleteHandler(groups, metadata),
                new DescribeGroupsHandler(groups),
                new ListGroupsHandler(groups),
                new DeleteGroupsHandler(groups),
                new ConsumerGroupHeartbeatHandler(groups),
                new ConsumerGroupDescribeHandler(groups));
    }
}
