package dev.gregor.broker.api;

import dev.gregor.broker.quorum.Controller;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.CreatePartitionsRequestData;
import org.apache.kafka.common.message.CreatePartitionsRequestData.CreatePartitionsTopic;
import org.apache.kafka.common.message.CreatePartitionsResponseData;
import org.apache.kafka.common.message.CreatePartitionsResponseData.CreatePartitionsTopicResult;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;

/** CreatePartitions, key 37, versions 0–3 (KIP-195): more partitions for topics, each named once. */
final class CreatePartitionsHandler
        implements RequestHandler<CreatePartitionsRequestData, CreatePartitionsResponseData> {
    private final Controller controller;

    CreatePartitionsHandler(Controller controller) {
        this.controller = controller;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.CREATE_PARTITIONS;
    }

    @Override
    public CompletionStage<CreatePartitionsResponseData> handle(
            RequestContext context, CreatePartitionsRequestData request) {
        var names = new HashSet<String>();
        var twice = new LinkedHashSet<String>();
        for (var topic : request.topics()) {
            if (!names.add(topic.name())) {
                twice.add(topic.name());
            }
        }
        var topics = new ArrayList<CreatePartitionsTopic>();
        for (var topic : request.topics()) {
            if (!twice.contains(topic.name())) {
                topics.add(topic.duplicate());
            }
        }
        return controller
                .createPartitions(context, topics, request.validateOnly(), request.timeoutMs())
                .thenApply(results -> {
                    var response = new CreatePartitionsResponseData();
                    for (var name : twice) {
                        response.results()
                                .add(new CreatePartitionsTopicResult()
                                        .setName(name)
                                        .setErrorCode(Errors.INVALID_REQUEST.code())
                                        .setErrorMessage("Duplicate topic name."));
                    }
                    response.results().addAll(results);
                    return response;
                });
    }
}
