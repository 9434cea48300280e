package dev.gregor.broker.group;

import com.yammer.metrics.core.MetricsRegistry;
import dev.gregor.broker.replication.Replicas;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.message.ListGroupsRequestData;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.coordinator.group.GroupConfigManager;
import org.apache.kafka.coordinator.group.GroupCoordinator;
import org.apache.kafka.coordinator.group.GroupCoordinatorConfig;
import org.apache.kafka.coordinator.group.GroupCoordinatorRecordSerde;
import org.apache.kafka.coordinator.group.GroupCoordinatorService;
import org.apache.kafka.coordinator.group.metrics.GroupCoordinatorMetrics;
import org.apache.kafka.coordinator.group.metrics.GroupCoordinatorRuntimeMetrics;
import org.apache.kafka.coordinator.group.modern.share.ShareGroupConfig;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.TopicsDelta;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.apache.kafka.server.share.persister.NoOpStatePersister;
import org.apache.kafka.server.util.timer.SystemTimer;
import org.apache.kafka.server.util.timer.SystemTimerReaper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's coordinator once it runs: put together, told of the image it starts from and of each change after it. Owned by the
 * coordination thread; the coordinator itself may be called from any thread.
 */
final class RunningCoordinator {
    private static final Logger LOG = LoggerFactory.getLogger(RunningCoordinator.class);
    private static final long QUEUE_TIMEOUT_S = 5;

    private final int brokerId;
    private final Metrics metrics = new Metrics();
    private final MetricsRegistry meters = new MetricsRegistry();
    private final GroupCoordinatorService coordinator;

    RunningCoordinator(AbstractKafkaConfig config, Replicas replicas) {
        this.brokerId = config.brokerId();
        var groups = new GroupCoordinatorConfig(config);
        var shareGroups = new ShareGroupConfig(config);
        this.coordinator = new GroupCoordinatorService.Builder(brokerId, groups)
                .withTime(Time.SYSTEM)
                .withTimer(new SystemTimerReaper("group-coordinator-reaper", new SystemTimer("group-coordinator")))
                .withLoader(new CoordinatorLogLoader<>(
                        replicas, new GroupCoordinatorRecordSerde(), groups.offsetsLoadBufferSize(), Clock.systemUTC()))
                .withWriter(new CoordinatorLog(replicas))
                .withCoordinatorRuntimeMetrics(new GroupCoordinatorRuntimeMetrics(metrics))
                .withGroupCoordinatorMetrics(new GroupCoordinatorMetrics(meters, metrics))
                .withGroupConfigManager(
                        new GroupConfigManager(groups.extractGroupConfigMap(shareGroups), groups, shareGroups))
                .withPersister(new NoOpStatePersister())
                .withAuthorizerPlugin(Optional.empty())
                .withPartitionMetadataClient(new LocalOffsets(replicas))
                .build();
    }

    GroupCoordinator coordinator() {
        return coordinator;
    }

    /** Takes over all that the image says this broker leads. */
    void start(MetadataImage image, int partitionCount) {
        coordinator.startup(() -> partitionCount);
        coordinator.onMetadataUpdate(new MetadataDelta.Builder().setImage(image).build(), image);
        image.configs().resourceData().keySet().forEach(resource -> configure(resource, image));
        var topic = image.topics().getTopic(OffsetsTopic.NAME);
        if (topic != null) {
            topic.partitions().forEach((index, partition) -> {
                if (partition.leader == brokerId) {
                    coordinator.onElection(index, partition.leaderEpoch);
                }
            });
        }
    }

    /** Changes come after our replicas have followed them: an election finds its log. */
    void apply(MetadataDelta delta, MetadataImage image) {
        var topics = delta.topicsDelta();
        if (topics != null) {
            resignDeleted(topics);
            electAndResign(topics, image);
        }
        var configs = delta.configsDelta();
        if (configs != null) {
            configs.changes().keySet().forEach(resource -> configure(resource, image));
        }
        coordinator.onMetadataUpdate(delta, image);
    }

    private void resignDeleted(TopicsDelta topics) {
        if (topics.topicWasDeleted(OffsetsTopic.NAME)) {
            topics.image().getTopic(OffsetsTopic.NAME).partitions().forEach((index, partition) -> {
                if (partition.leader == brokerId) {
                    coordinator.onResignation(index, OptionalInt.empty());
                }
            });
        }
    }

    private void electAndResign(TopicsDelta topics, MetadataImage image) {
        var topic = image.topics().getTopic(OffsetsTopic.NAME);
        var changed = topic == null ? null : topics.changedTopic(topic.id());
        if (changed == null) {
            return;
        }
        var local = changed.localChanges(brokerId);
        local.deletes().forEach(gone -> coordinator.onResignation(gone.partition(), OptionalInt.empty()));
        local.electedLeaders()
                .forEach((led, info) -> coordinator.onElection(led.partition(), info.partition().leaderEpoch));
        local.followers()
                .forEach((followed, info) ->
                        coordinator.onResignation(followed.partition(), OptionalInt.of(info.partition().leaderEpoch)));
    }

    /**
     * The coordinator calls each image that it has taken and not yet applied an error when it is shut down. A question that goes
     * to all its partitions is answered once they have come to it.
     */
    private void awaitWhatIsQueued() {
        @Nullable AuthorizableRequestContext nobody = null; // a list is the same whoever asks
        try {
            var unused =
                    coordinator.listGroups(nobody, new ListGroupsRequestData()).get(QUEUE_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            LOG.debug("The group coordinator is closed with work in its queue.", late);
        }
    }

    private void configure(ConfigResource resource, MetadataImage image) {
        if (resource.type() == ConfigResource.Type.GROUP && !resource.name().isEmpty()) {
            coordinator.updateGroupConfig(resource.name(), image.configs().configProperties(resource));
        }
    }

    void close() {
        awaitWhatIsQueued();
        coordinator.shutdown();
        metrics.close();
        meters.shutdown();
    }
}
