package dev.gregor.broker;

import dev.gregor.broker.api.ClusterFeatures;
import dev.gregor.broker.api.DeleteRecordsHandler;
import dev.gregor.broker.api.FetchHandler;
import dev.gregor.broker.api.HandlerRegistry;
import dev.gregor.broker.api.ListOffsetsHandler;
import dev.gregor.broker.api.OffsetForLeaderEpochHandler;
import dev.gregor.broker.api.ProduceHandler;
import dev.gregor.broker.api.RequestContext;
import dev.gregor.broker.api.RequestHandler;
import dev.gregor.broker.api.TopicDirectory;
import dev.gregor.broker.network.Listener;
import dev.gregor.broker.network.NetworkServer;
import dev.gregor.broker.network.NetworkSettings;
import dev.gregor.broker.replication.PartitionAssignment;
import dev.gregor.broker.replication.Replicas;
import dev.gregor.broker.storage.LogSettings;
import dev.gregor.broker.storage.LogStore;
import dev.gregor.broker.storage.LogStoreSettings;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.CreateTopicsRequestData;
import org.apache.kafka.common.message.CreateTopicsResponseData;
import org.apache.kafka.common.message.DescribeClusterRequestData;
import org.apache.kafka.common.message.DescribeClusterResponseData;
import org.apache.kafka.common.message.InitProducerIdRequestData;
import org.apache.kafka.common.message.InitProducerIdResponseData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * Real network, handlers, replicas and logs without a quorum: topics are made by hand, metadata is as simple as can be. For
 * tests of the path of records, and, as a program, to load and to profile it: {@code LoadedBroker FOLDER PORT [EVENT_LOOPS]}.
 */
public final class LoadedBroker implements Closeable {
    public static final String LISTENER = "PLAINTEXT";
    public static final int BROKER_ID = 1;

    private final Map<String, TopicOf> topics = new ConcurrentHashMap<>();
    private final AtomicLong producerIds = new AtomicLong(1_000);
    private final ExecutorService files = Executors.newSingleThreadExecutor();
    private final LogStore logs;
    private final Replicas replicas;
    private final NetworkServer network;

    private record TopicOf(String name, Uuid id, int partitions) {}

    public LoadedBroker(Path folder, int port, int eventLoops) throws IOException {
        logs = LogStore.start(LogStoreSettings.defaults(List.of(folder)), Clock.systemUTC(), topic -> settings());
        replicas = new Replicas(BROKER_ID, logs);
        var defaults = NetworkSettings.defaults(
                List.of(new Listener(LISTENER, "127.0.0.1", port, SecurityProtocol.PLAINTEXT)));
        network = NetworkServer.bind(new NetworkSettings(
                defaults.listeners(),
                eventLoops > 0 ? eventLoops : defaults.eventLoops(),
                defaults.requestMaxBytes(),
                defaults.inFlightMaxBytes(),
                defaults.inFlightMaxBytesPerConnection(),
                defaults.inFlightMaxRequestsPerConnection(),
                defaults.maxConnections(),
                defaults.maxConnectionsPerIp(),
                defaults.maxConnectionsPerIpOverrides(),
                defaults.connectionsMaxIdleMs(),
                defaults.sendBufferBytes(),
                defaults.receiveBufferBytes(),
                defaults.listenBacklog()));
        network.serve(LISTENER, HandlerRegistry.of(handlers(), new NoFeatures()));
    }

    public static void main(String[] arguments) throws IOException {
        int loops = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        var broker = new LoadedBroker(Path.of(arguments[0]), Integer.parseInt(arguments[1]), loops);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        System.out.println("listening on " + broker.address());
    }

    public InetSocketAddress address() {
        return network.addresses().values().iterator().next();
    }

    public Replicas replicas() {
        return replicas;
    }

    public TopicDirectory directory() {
        return new Directory();
    }

    /** Makes a topic, or gives the id of the one there is. */
    public synchronized Uuid createTopic(String name, int partitions) {
        var existing = topics.get(name);
        if (existing != null) {
            return existing.id;
        }
        var id = Uuid.randomUuid();
        for (int i = 0; i < partitions; i++) {
            lead(name, id, i, 0);
        }
        topics.put(name, new TopicOf(name, id, partitions));
        return id;
    }

    /** Makes this broker the leader of a partition in some epoch. */
    public void lead(String topic, Uuid id, int partition, int leaderEpoch) {
        var topicPartition = new TopicIdPartition(id, new TopicPartition(topic, partition));
        replicas.apply(
                new PartitionAssignment(
                        topicPartition, BROKER_ID, leaderEpoch, 0, List.of(BROKER_ID), List.of(BROKER_ID)),
                settings());
    }

    @Override
    public void close() {
        replicas.close();
        network.close();
        files.shutdown();
        logs.close();
    }

    private List<RequestHandler<?, ?>> handlers() {
        var directory = directory();
        return List.of(
                new ProduceHandler(replicas, directory),
                new FetchHandler(replicas, directory, 55 << 20, 1_000, Clock.systemUTC(), new Random()),
                new ListOffsetsHandler(replicas, directory, files),
                new OffsetForLeaderEpochHandler(replicas, directory),
                new DeleteRecordsHandler(replicas, directory, files),
                new Simple<>(ApiKeys.METADATA, this::metadata),
                new Simple<>(ApiKeys.DESCRIBE_CLUSTER, this::describeCluster),
                new Simple<>(ApiKeys.CREATE_TOPICS, this::createTopics),
                new Simple<InitProducerIdRequestData, InitProducerIdResponseData>(
                        ApiKeys.INIT_PRODUCER_ID,
                        (context, request) -> new InitProducerIdResponseData()
                                .setProducerId(producerIds.incrementAndGet())
                                .setProducerEpoch((short) 0)));
    }

    private MetadataResponseData metadata(RequestContext context, MetadataRequestData request) {
        var response = new MetadataResponseData().setClusterId("loaded").setControllerId(BROKER_ID);
        response.brokers()
                .add(new MetadataResponseData.MetadataResponseBroker()
                        .setNodeId(BROKER_ID)
                        .setHost("127.0.0.1")
                        .setPort(address().getPort()));
        var asked = new ArrayList<TopicOf>();
        if (request.topics() == null) {
            asked.addAll(topics.values());
        } else {
            for (var topic : request.topics()) {
                topics.values().stream()
                        .filter(it -> it.name.equals(topic.name()) || it.id.equals(topic.topicId()))
                        .findFirst()
                        .ifPresentOrElse(
                                asked::add,
                                () -> response.topics()
                                        .add(new MetadataResponseData.MetadataResponseTopic()
                                                .setName(topic.name())
                                                .setTopicId(topic.topicId())
                                                .setErrorCode(Errors.UNKNOWN_TOPIC_OR_PARTITION.code())));
            }
        }
        for (var topic : asked) {
            var answer = new MetadataResponseData.MetadataResponseTopic()
                    .setName(topic.name)
                    .setTopicId(topic.id);
            for (int i = 0; i < topic.partitions; i++) {
                answer.partitions()
                        .add(new MetadataResponseData.MetadataResponsePartition()
                                .setPartitionIndex(i)
                                .setLeaderId(BROKER_ID)
                                .setLeaderEpoch(0)
                                .setReplicaNodes(List.of(BROKER_ID))
                                .setIsrNodes(List.of(BROKER_ID)));
            }
            response.topics().add(answer);
        }
        return response;
    }

    private DescribeClusterResponseData describeCluster(RequestContext context, DescribeClusterRequestData request) {
        var response = new DescribeClusterResponseData().setClusterId("loaded").setControllerId(BROKER_ID);
        response.brokers()
                .add(new DescribeClusterResponseData.DescribeClusterBroker()
                        .setBrokerId(BROKER_ID)
                        .setHost("127.0.0.1")
                        .setPort(address().getPort()));
        return response;
    }

    private CreateTopicsResponseData createTopics(RequestContext context, CreateTopicsRequestData request) {
        var response = new CreateTopicsResponseData();
        for (var topic : request.topics()) {
            response.topics()
                    .add(new CreateTopicsResponseData.CreatableTopicResult()
                            .setName(topic.name())
                            .setTopicId(createTopic(topic.name(), Math.max(1, topic.numPartitions())))
                            .setNumPartitions(topic.numPartitions())
                            .setReplicationFactor((short) 1));
        }
        return response;
    }

    private static LogSettings settings() {
        return new LogSettings(
                1 << 30,
                TimeUnit.DAYS.toMillis(7),
                0,
                10 << 20,
                4096,
                -1,
                TimeUnit.DAYS.toMillis(7),
                60_000,
                (1 << 20) + 12,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                TimestampType.CREATE_TIME,
                Long.MAX_VALUE,
                TimeUnit.HOURS.toMillis(1),
                "producer",
                true,
                false,
                1,
                false);
    }

    private final class Directory implements TopicDirectory {
        @Override
        public boolean contains(String topic, int partition) {
            var it = topics.get(topic);
            return it != null && partition >= 0 && partition < it.partitions;
        }

        @Override
        public Optional<String> topicName(Uuid topicId) {
            return topics.values().stream()
                    .filter(it -> it.id.equals(topicId))
                    .map(TopicOf::name)
                    .findFirst();
        }

        @Override
        public Optional<Leader> leader(String topic, int partition, String listenerName) {
            return contains(topic, partition)
                    ? Optional.of(new Leader(
                            BROKER_ID,
                            0,
                            Optional.of(
                                    new Node(BROKER_ID, "127.0.0.1", address().getPort()))))
                    : Optional.empty();
        }
    }

    private record Simple<Q extends ApiMessage, R extends ApiMessage>(
            ApiKeys api, BiFunction<RequestContext, Q, R> answer) implements RequestHandler<Q, R> {
        @Override
        public CompletionStage<R> handle(RequestContext context, Q request) {
            return CompletableFuture.completedFuture(answer.apply(context, request));
        }
    }

    private static final class NoFeatures implements ClusterFeatures {
        @Override
        public Map<String, Levels> supported() {
            return Map.of();
        }

        @Override
        public Finalized finalized() {
            return new Finalized(Map.of(), -1);
        }
    }
}
