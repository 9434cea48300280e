package dev.gregor.cli.tx;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;

/** Whether a broker is new enough. */
final class ServedApi {
    private ServedApi() {}

    /**
     * The newest version the broker serves of an API.
     *
     * @param name as in Kafka's message
     * @throws ApiErrorException UNSUPPORTED_VERSION when it serves none
     */
    static int require(ClusterClient client, Target target, short key, String name) {
        var range = client.served(target).get(key);
        if (range == null) {
            throw new ApiErrorException(ErrorCodes.UNSUPPORTED_VERSION, "The node does not support " + name);
        }
        return range.max();
    }
}
