package dev.gregor.broker.api;

import dev.gregor.broker.quorum.ProducerIds;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.message.InitProducerIdRequestData;
import org.apache.kafka.common.message.InitProducerIdResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.RecordBatch;

/**
 * InitProducerId, key 22, versions 0–5 (KIP-98, KIP-360, KIP-854): an id for an idempotent producer. Transactions are not
 * served yet: a transactional id is answered COORDINATOR_NOT_AVAILABLE.
 */
final class InitProducerIdHandler implements RequestHandler<InitProducerIdRequestData, InitProducerIdResponseData> {
    private final ProducerIds producerIds;

    InitProducerIdHandler(ProducerIds producerIds) {
        this.producerIds = producerIds;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.INIT_PRODUCER_ID;
    }

    @Override
    public CompletionStage<InitProducerIdResponseData> handle(
            RequestContext context, InitProducerIdRequestData request) {
        if (request.transactionalId() != null) {
            boolean named = !request.transactionalId().isEmpty();
            return CompletableFuture.completedFuture(
                    failed(named ? Errors.COORDINATOR_NOT_AVAILABLE : Errors.INVALID_REQUEST));
        }
        return producerIds
                .next()
                .handle((id, error) -> error == null
                        ? new InitProducerIdResponseData().setProducerId(id).setProducerEpoch((short) 0)
                        : failed(Errors.COORDINATOR_LOAD_IN_PROGRESS));
    }

    private static InitProducerIdResponseData failed(Errors error) {
        return new InitProducerIdResponseData()
                .setErrorCode(error.code())
                .setProducerId(RecordBatch.NO_PRODUCER_ID)
                .setProducerEpoch(RecordBatch.NO_PRODUCER_EPOCH);
    }
}
