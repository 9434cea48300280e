package dev.gregor.broker.api;

import dev.gregor.broker.replication.Partition;
import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.LogStore;
import dev.gregor.broker.storage.LogStore.LogDirectoryState;
import dev.gregor.broker.storage.PartitionLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.DescribeLogDirsRequestData;
import org.apache.kafka.common.message.DescribeLogDirsResponseData;
import org.apache.kafka.common.message.DescribeLogDirsResponseData.DescribeLogDirsPartition;
import org.apache.kafka.common.message.DescribeLogDirsResponseData.DescribeLogDirsResult;
import org.apache.kafka.common.message.DescribeLogDirsResponseData.DescribeLogDirsTopic;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.DescribeLogDirsResponse;

/**
 * DescribeLogDirs, key 35, versions 1–5 (KIP-113, KIP-827): what lies in each of this broker's log directories, and how much
 * room its file system has. A directory that is offline gets KAFKA_STORAGE_ERROR in its row; partitions that are not here are
 * left out.
 */
public final class DescribeLogDirsHandler
        implements RequestHandler<DescribeLogDirsRequestData, DescribeLogDirsResponseData> {
    private final LogStore store;
    private final Replicas replicas;
    private final Executor background;

    /** @param background where file systems are asked for their room, which may take its time */
    public DescribeLogDirsHandler(LogStore store, Replicas replicas, Executor background) {
        this.store = store;
        this.replicas = replicas;
        this.background = background;
    }

    @Override
    public ApiKeys api() {
        return ApiKeys.DESCRIBE_LOG_DIRS;
    }

    @Override
    public CompletionStage<DescribeLogDirsResponseData> handle(
            RequestContext context, DescribeLogDirsRequestData request) {
        var wanted = wanted(request);
        return CompletableFuture.supplyAsync(
                () -> new DescribeLogDirsResponseData().setResults(describe(wanted)), background);
    }

    private static Predicate<TopicPartition> wanted(DescribeLogDirsRequestData request) {
        if (request.topics() == null) {
            return all -> true;
        }
        return request.topics().stream()
                .flatMap(topic -> topic.partitions().stream().map(index -> new TopicPartition(topic.topic(), index)))
                .collect(Collectors.toSet())::contains;
    }

    private List<DescribeLogDirsResult> describe(Predicate<TopicPartition> wanted) {
        var topicsByDirectory = new HashMap<Path, Map<String, DescribeLogDirsTopic>>();
        for (var log : store.logs()) {
            var partition = log.id().topicPartition();
            if (wanted.test(partition)) {
                directoryOf(partition)
                        .ifPresent(directory -> topicsByDirectory
                                .computeIfAbsent(directory.path(), unseen -> new HashMap<>())
                                .computeIfAbsent(partition.topic(), name -> new DescribeLogDirsTopic().setName(name))
                                .partitions()
                                .add(row(log)));
            }
        }
        return store.directories().stream()
                .map(directory -> describe(directory, topicsByDirectory.getOrDefault(directory.path(), Map.of())))
                .toList();
    }

    /** Nothing for a log that was deleted since it was listed. */
    private Optional<LogDirectoryState> directoryOf(TopicPartition partition) {
        try {
            return Optional.of(store.directoryOf(partition));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private DescribeLogDirsPartition row(PartitionLog log) {
        var partition = log.id().topicPartition();
        return new DescribeLogDirsPartition()
                .setPartitionIndex(partition.partition())
                .setPartitionSize(log.sizeBytes())
                .setOffsetLag(replicas.partition(partition)
                        .map(Partition::highWatermark)
                        .map(highWatermark -> Math.max(highWatermark - log.logEndOffset(), 0))
                        .orElse(DescribeLogDirsResponse.INVALID_OFFSET_LAG));
    }

    private static DescribeLogDirsResult describe(
            LogDirectoryState directory, Map<String, DescribeLogDirsTopic> topics) {
        var result = new DescribeLogDirsResult()
                .setLogDir(directory.path().toAbsolutePath().toString());
        if (!directory.online()) {
            return result.setErrorCode(Errors.KAFKA_STORAGE_ERROR.code());
        }
        try {
            var fileSystem = Files.getFileStore(directory.path());
            return result.setTopics(new ArrayList<>(topics.values()))
                    .setTotalBytes(bounded(fileSystem.getTotalSpace()))
                    .setUsableBytes(bounded(fileSystem.getUsableSpace()));
        } catch (IOException e) {
            return result.setErrorCode(Errors.forException(e).code());
        }
    }

    /** Sizes beyond 8 EiB come as negative numbers (JDK-8162520). */
    private static long bounded(long bytes) {
        return bytes < 0 ? Long.MAX_VALUE : bytes;
    }
}
