package dev.gregor.cli.tx;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.List;
import org.apache.kafka.common.message.FindCoordinatorRequestData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;

/** Which broker coordinates a transactional id; its number is part of what Kafka's tool prints. */
final class TransactionCoordinator {
    private static final short FIND_COORDINATOR = 10;
    private static final short BATCHED_FIND_COORDINATOR = 4;
    private static final short TRANSACTIONAL_ID_AUTHORIZATION_FAILED = 53;
    private static final byte TRANSACTION = 1;

    private TransactionCoordinator() {}

    /**
     * Asks for it.
     *
     * @throws ApiErrorException with the words of Kafka's tool
     */
    static int of(ClusterClient client, String transactionalId) {
        var range = client.served(Target.anyBroker()).get(FIND_COORDINATOR);
        boolean batched = range != null && range.includes(BATCHED_FIND_COORDINATOR);
        var request = new FindCoordinatorRequestData().setKeyType(TRANSACTION);
        if (batched) {
            request.setCoordinatorKeys(List.of(transactionalId));
        } else {
            request.setKey(transactionalId);
        }
        var answer = client.ask(
                Target.anyBroker(), request, new FindCoordinatorResponseData(), TransactionCoordinator::errorOf);
        short code = errorOf(answer);
        if (code != ErrorCodes.NONE) {
            throw new ApiErrorException(
                    code,
                    code == TRANSACTIONAL_ID_AUTHORIZATION_FAILED
                            ? "FindCoordinator request for transactionalId `CoordinatorKey(idValue='" + transactionalId
                                    + "', type=TRANSACTION)` failed due to authorization failure"
                            : "FindCoordinator request for key `CoordinatorKey(idValue='" + transactionalId
                                    + "', type=TRANSACTION)` failed due to an unexpected error");
        }
        return batched ? answer.coordinators().get(0).nodeId() : answer.nodeId();
    }

    private static short errorOf(FindCoordinatorResponseData answer) {
        return answer.coordinators().isEmpty()
                ? answer.errorCode()
                : answer.coordinators().get(0).errorCode();
    }
}
