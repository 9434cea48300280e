package dev.gregor.broker.api;

import dev.gregor.broker.quorum.Controller;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.UpdateFeaturesRequestData;
import org.apache.kafka.common.message.UpdateFeaturesResponseData;
import org.apache.kafka.common.protocol.ApiKeys;

/** UpdateFeatures, key 57, versions 0–2 (KIP-584): raises or lowers what the cluster may use. */
final class UpdateFeaturesHandler implements RequestHandler<UpdateFeaturesRequestData, UpdateFeaturesResponseData> {
    private final Controller controller;

    UpdateFeaturesHandler(Controller controller) {
        this.controller = controller;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.UPDATE_FEATURES;
    }

    @Override
    public CompletionStage<UpdateFeaturesResponseData> handle(RequestContext context, UpdateFeaturesRequestData request) {
        return controller.updateFeatures(context, request);
    }
}
