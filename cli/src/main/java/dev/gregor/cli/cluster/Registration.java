package dev.gregor.cli.cluster;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import org.apache.kafka.common.message.UnregisterBrokerRequestData;
import org.apache.kafka.common.message.UnregisterBrokerResponseData;

/** Takes a broker that is gone for good out of a KRaft cluster's metadata (KIP-631). */
final class Registration {
    private Registration() {}

    /** Refusals come as {@link ApiErrorException}, a cluster without KRaft as UnsupportedApiException. */
    static void remove(ClusterClient client, int brokerId) {
        var answer = client.ask(
                client.whoeverKnows(),
                new UnregisterBrokerRequestData().setBrokerId(brokerId),
                new UnregisterBrokerResponseData());
        if (answer.errorCode() != ErrorCodes.NONE) {
            throw new ApiErrorException(answer.errorCode(), answer.errorMessage());
        }
    }
}
