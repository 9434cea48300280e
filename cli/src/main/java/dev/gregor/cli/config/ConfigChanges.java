package dev.gregor.cli.config;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.message.IncrementalAlterConfigsRequestData;
import org.apache.kafka.common.message.IncrementalAlterConfigsRequestData.AlterConfigsResource;
import org.apache.kafka.common.message.IncrementalAlterConfigsRequestData.AlterableConfig;
import org.apache.kafka.common.message.IncrementalAlterConfigsResponseData;

/** Sets and removes configs, leaving all others alone (KIP-339; brokers 2.3 and newer). */
public final class ConfigChanges {
    private static final byte SET = 0;
    private static final byte DELETE = 1;

    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public ConfigChanges(ClusterClient client) {
        this.client = client;
    }

    /**
     * Sets and removes configs of one resource, all or none.
     *
     * @param validateOnly whether the cluster shall only say what it would answer
     * @throws ApiErrorException when the cluster refuses
     */
    public void alter(ConfigResource resource, Map<String, String> set, List<String> remove, boolean validateOnly) {
        var changes = new AlterConfigsResource()
                .setResourceType(resource.kind().type())
                .setResourceName(resource.name());
        for (var name : remove) {
            changes.configs()
                    .add(new AlterableConfig()
                            .setName(name)
                            .setConfigOperation(DELETE)
                            .setValue(""));
        }
        for (var config : set.entrySet()) {
            changes.configs()
                    .add(new AlterableConfig()
                            .setName(config.getKey())
                            .setConfigOperation(SET)
                            .setValue(config.getValue()));
        }
        var request = new IncrementalAlterConfigsRequestData().setValidateOnly(validateOnly);
        request.resources().add(changes);
        var answer = client.ask(
                resource.changer(client),
                request,
                new IncrementalAlterConfigsResponseData(),
                ConfigChanges::firstError);
        for (var row : answer.responses()) {
            if (row.errorCode() != ErrorCodes.NONE) {
                throw new ApiErrorException(row.errorCode(), row.errorMessage());
            }
        }
    }

    private static short firstError(IncrementalAlterConfigsResponseData answer) {
        for (var row : answer.responses()) {
            return row.errorCode();
        }
        return ErrorCodes.NONE;
    }
}
