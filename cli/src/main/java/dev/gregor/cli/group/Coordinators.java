package dev.gregor.cli.group;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.BrokerNode;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.message.FindCoordinatorRequestData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;

/** Finds the brokers that coordinate groups, all in one request where the cluster can (KIP-699), and asks them. */
final class Coordinators {
    static final short LOAD_IN_PROGRESS = 14;
    static final short NOT_AVAILABLE = 15;
    static final short NOT_COORDINATOR = 16;
    static final short GROUP_ID_NOT_FOUND = 69;

    private static final short FIND_COORDINATOR = 10;
    private static final int BATCHED = 4;
    private static final byte GROUP_KEY = 0;
    private static final int TRIES = 20;
    private static final int PAUSE_MS = 100;

    private final ClusterClient client;

    Coordinators(ClusterClient client) {
        this.client = client;
    }

    /** Asks one coordinator about its groups. */
    @FunctionalInterface
    interface Question {
        /**
         * Asks it.
         *
         * @return the groups that are with another coordinator by now
         */
        List<String> ask(BrokerNode coordinator, List<String> groupIds);
    }

    /** Whether another broker may be the coordinator by now. */
    static boolean hasMoved(short errorCode) {
        return errorCode == NOT_COORDINATOR || errorCode == NOT_AVAILABLE;
    }

    /** {@link #LOAD_IN_PROGRESS} when one of an answer's rows says so, which has the whole question asked again; else none. */
    static <R> short loading(Iterable<R> rows, ToIntFunction<R> errorCode) {
        for (var row : rows) {
            if (errorCode.applyAsInt(row) == LOAD_IN_PROGRESS) {
                return LOAD_IN_PROGRESS;
            }
        }
        return ErrorCodes.NONE;
    }

    /** Puts the question to the coordinator of each group, and again to the next one where it moved meanwhile. */
    void ask(Collection<String> groupIds, Question question) {
        var open = List.copyOf(new LinkedHashSet<>(groupIds));
        for (int tried = 0; !open.isEmpty(); tried++) {
            if (tried > 0) {
                pause(tried, open);
            }
            var moved = new ArrayList<String>();
            for (var coordinator : of(open).entrySet()) {
                moved.addAll(question.ask(coordinator.getKey(), coordinator.getValue()));
            }
            open = List.copyOf(moved);
        }
    }

    private static void pause(int tried, List<String> open) {
        if (tried == TRIES) {
            throw new ApiErrorException(NOT_COORDINATOR, "the coordinator of " + open + " keeps moving");
        }
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ApiErrorException(NOT_COORDINATOR, "interrupted while the coordinator of " + open + " moved");
        }
    }

    /** The groups by their coordinator. */
    Map<BrokerNode, List<String>> of(Collection<String> groupIds) {
        var range = client.served(Target.anyBroker()).get(FIND_COORDINATOR);
        var found = new HashMap<Integer, BrokerNode>();
        var groups = new HashMap<Integer, List<String>>();
        if (range != null && range.includes(BATCHED)) {
            var request =
                    new FindCoordinatorRequestData().setKeyType(GROUP_KEY).setCoordinatorKeys(List.copyOf(groupIds));
            for (var row : find(request).coordinators()) {
                check(row.key(), row.errorCode());
                found.put(row.nodeId(), new BrokerNode(row.nodeId(), row.host(), row.port(), Optional.empty()));
                add(groups, row.nodeId(), row.key());
            }
        } else {
            for (var groupId : groupIds) {
                var answer = find(
                        new FindCoordinatorRequestData().setKeyType(GROUP_KEY).setKey(groupId));
                check(groupId, answer.errorCode());
                found.put(
                        answer.nodeId(),
                        new BrokerNode(answer.nodeId(), answer.host(), answer.port(), Optional.empty()));
                add(groups, answer.nodeId(), groupId);
            }
        }
        var byCoordinator = new HashMap<BrokerNode, List<String>>();
        groups.forEach((id, ids) -> byCoordinator.put(found.get(id), ids));
        return byCoordinator;
    }

    private static void add(Map<Integer, List<String>> groups, int brokerId, String groupId) {
        var ids = groups.get(brokerId);
        if (ids == null) {
            ids = new ArrayList<>();
            groups.put(brokerId, ids);
        }
        ids.add(groupId);
    }

    private FindCoordinatorResponseData find(FindCoordinatorRequestData request) {
        // A cluster's first group has its coordinator's log made for it: NOT_AVAILABLE until that is done.
        return client.ask(Target.anyBroker(), request, new FindCoordinatorResponseData(), new FirstError());
    }

    /** A class: a lambda costs a command's start milliseconds. */
    private static final class FirstError implements ClusterClient.ErrorCodeOf<FindCoordinatorResponseData> {
        @Override
        public short of(FindCoordinatorResponseData answer) {
            for (var row : answer.coordinators()) {
                if (row.errorCode() == NOT_AVAILABLE || row.errorCode() == LOAD_IN_PROGRESS) {
                    return row.errorCode();
                }
            }
            return answer.errorCode();
        }
    }

    private static void check(String groupId, short errorCode) {
        if (errorCode != ErrorCodes.NONE) {
            throw new ApiErrorException(
                    errorCode,
                    "FindCoordinator request for key `CoordinatorKey(idValue='" + groupId
                            + "', type=GROUP)` failed due to an unexpected error");
        }
    }
}
