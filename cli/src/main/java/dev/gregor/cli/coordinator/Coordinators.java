package dev.gregor.cli.coordinator;

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
import org.apache.kafka.common.protocol.ApiMessage;

/** Finds the brokers that coordinate groups, all in one request where the cluster can (KIP-699), and asks them. */
public final class Coordinators {
    static final short LOAD_IN_PROGRESS = 14;
    static final short NOT_AVAILABLE = 15;
    static final short NOT_COORDINATOR = 16;
    static final short GROUP_AUTHORIZATION_FAILED = 30;
    /** There is no such group. */
    public static final short GROUP_ID_NOT_FOUND = 69;

    private static final short FIND_COORDINATOR = 10;
    private static final int BATCHED = 4;
    private static final byte GROUP_KEY = 0;
    private static final int TRIES = 100;
    private static final int PAUSE_MS = 100;

    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public Coordinators(ClusterClient client) {
        this.client = client;
    }

    /** Asks one coordinator about its groups. */
    @FunctionalInterface
    public interface Question {
        /**
         * Asks it.
         *
         * @return the groups that are with another coordinator by now
         */
        List<String> ask(BrokerNode coordinator, List<String> groupIds);
    }

    /** Whether another broker may be the coordinator by now. */
    public static boolean hasMoved(short errorCode) {
        return errorCode == NOT_COORDINATOR || errorCode == NOT_AVAILABLE;
    }

    /** {@link #LOAD_IN_PROGRESS} when one of an answer's rows says so, which has the whole question asked again; else none. */
    public static <R> short loading(Iterable<R> rows, ToIntFunction<R> errorCode) {
        for (var row : rows) {
            if (errorCode.applyAsInt(row) == LOAD_IN_PROGRESS) {
                return LOAD_IN_PROGRESS;
            }
        }
        return ErrorCodes.NONE;
    }

    /** Told of a group whose coordinator may not be named, or keeps moving. */
    @FunctionalInterface
    public interface Refusal {
        void of(String groupId, ApiErrorException why);
    }

    /**
     * Puts the question to the coordinator of each group, and again to the next one where it moved meanwhile.
     *
     * @throws ApiErrorException for the first group whose coordinator is not found
     */
    public void ask(Collection<String> groupIds, Question question) {
        ask(groupIds, question, (groupId, why) -> {
            throw why;
        });
    }

    /** As above; a group whose coordinator is not found keeps the others from nothing. */
    public void ask(Collection<String> groupIds, Question question, Refusal refusal) {
        var open = List.copyOf(new LinkedHashSet<>(groupIds));
        for (int tried = 0; !open.isEmpty(); tried++) {
            if (tried == TRIES) {
                for (var groupId : open) {
                    refusal.of(
                            groupId,
                            new ApiErrorException(NOT_COORDINATOR, "the coordinator of " + groupId + " keeps moving"));
                }
                return;
            }
            if (tried > 0) {
                pause(open);
            }
            var moved = new ArrayList<String>();
            for (var coordinator : of(open, refusal).entrySet()) {
                moved.addAll(question.ask(coordinator.getKey(), coordinator.getValue()));
            }
            open = List.copyOf(moved);
        }
    }

    /**
     * Asks the coordinator of one group, in this version of the API or an older one, until it is ready to answer.
     *
     * @param errorCode the first error in an answer
     * @throws ApiErrorException when the coordinator is not found; errors inside the answer are the caller's
     */
    public <R extends ApiMessage> R ask(
            String groupId, int newest, ApiMessage request, R answer, ClusterClient.ErrorCodeOf<R> errorCode) {
        ask(List.of(groupId), (coordinator, ids) -> {
            client.askNoNewerThan(newest, Target.broker(coordinator.id()), request, answer, asked -> {
                short code = errorCode.of(asked);
                // The client would ask the same broker again.
                return hasMoved(code) ? ErrorCodes.NONE : code;
            });
            return hasMoved(errorCode.of(answer)) ? ids : List.of();
        });
        return answer;
    }

    private static void pause(List<String> open) {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ApiErrorException(NOT_COORDINATOR, "interrupted while the coordinator of " + open + " moved");
        }
    }

    /** The groups by their coordinator. */
    private Map<BrokerNode, List<String>> of(Collection<String> groupIds, Refusal refusal) {
        var range = client.served(Target.anyBroker()).get(FIND_COORDINATOR);
        var found = new Found(refusal);
        if (range != null && range.includes(BATCHED)) {
            var request =
                    new FindCoordinatorRequestData().setKeyType(GROUP_KEY).setCoordinatorKeys(List.copyOf(groupIds));
            for (var row : find(request).coordinators()) {
                found.add(row.key(), row.errorCode(), row.nodeId(), row.host(), row.port());
            }
        } else {
            for (var groupId : groupIds) {
                var answer = find(
                        new FindCoordinatorRequestData().setKeyType(GROUP_KEY).setKey(groupId));
                found.add(groupId, answer.errorCode(), answer.nodeId(), answer.host(), answer.port());
            }
        }
        return found.byCoordinator();
    }

    /** Coordinators as they are found. */
    private static final class Found {
        private final Refusal refusal;
        private final Map<Integer, BrokerNode> coordinators = new HashMap<>();
        private final Map<Integer, List<String>> groups = new HashMap<>();

        Found(Refusal refusal) {
            this.refusal = refusal;
        }

        void add(String groupId, short errorCode, int brokerId, String host, int port) {
            if (errorCode != ErrorCodes.NONE) {
                refusal.of(groupId, new ApiErrorException(errorCode, reason(groupId, errorCode)));
                return;
            }
            coordinators.put(brokerId, new BrokerNode(brokerId, host, port, Optional.empty()));
            var ids = groups.get(brokerId);
            if (ids == null) {
                ids = new ArrayList<>();
                groups.put(brokerId, ids);
            }
            ids.add(groupId);
        }

        /** In the words of Kafka's admin client. */
        private static String reason(String groupId, short errorCode) {
            var key = "`CoordinatorKey(idValue='" + groupId + "', type=GROUP)` failed due to ";
            return errorCode == GROUP_AUTHORIZATION_FAILED
                    ? "FindCoordinator request for groupId " + key + "authorization failure"
                    : "FindCoordinator request for key " + key + "an unexpected error";
        }

        Map<BrokerNode, List<String>> byCoordinator() {
            var byCoordinator = new HashMap<BrokerNode, List<String>>();
            groups.forEach((id, ids) -> byCoordinator.put(coordinators.get(id), ids));
            return byCoordinator;
        }
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
}
