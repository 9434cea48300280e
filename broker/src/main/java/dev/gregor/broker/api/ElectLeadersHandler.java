package dev.gregor.broker.api;

import dev.gregor.broker.quorum.Controller;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.ElectLeadersRequestData;
import org.apache.kafka.common.message.ElectLeadersResponseData;
import org.apache.kafka.common.protocol.ApiKeys;

/** ElectLeaders, key 43, versions 0–2 (KIP-183, KIP-460): makes the preferred replica, or any live one, the leader. */
final class ElectLeadersHandler implements RequestHandler<ElectLeadersRequestData, ElectLeadersResponseData> {
    private final Controller controller;

    ElectLeadersHandler(Controller controller) {
        this.controller = controller;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.ELECT_LEADERS;
    }

    @Override
    public CompletionStage<ElectLeadersResponseData> handle(RequestContext context, ElectLeadersRequestData request) {
        return controller.electLeaders(context, request);
    }
}
