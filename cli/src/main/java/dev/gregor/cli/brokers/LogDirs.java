package dev.gregor.cli.brokers;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.DescribeLogDirsRequestData;
import org.apache.kafka.common.message.DescribeLogDirsResponseData;

/** What brokers hold in their log directories (KIP-113, KIP-827). */
public final class LogDirs {
    private static final short CLUSTER_AUTHORIZATION_FAILED = 31;

    private final ClusterClient client;

    /** Over this client. */
    public LogDirs(ClusterClient client) {
        this.client = client;
    }

    /**
     * One log directory.
     *
     * @param errorCode   what is wrong with it as a whole, 0 when nothing is
     * @param totalBytes  of its volume; -1 where the broker does not tell
     * @param usableBytes what is left of that; -1 where the broker does not tell
     * @param replicas    a plain HashMap's order, which Kafka's tool prints
     */
    public record LogDir(
            String path, short errorCode, long totalBytes, long usableBytes, Map<TopicPartition, Replica> replicas) {
        /** All its logs. */
        public long sizeBytes() {
            long sum = 0;
            for (var replica : replicas.values()) {
                sum += replica.sizeBytes();
            }
            return sum;
        }
    }

    /**
     * A partition's log there.
     *
     * @param offsetLag how far it is behind the high watermark, or behind the log it is to replace
     * @param isFuture  whether it is being moved here from another directory
     */
    public record Replica(long sizeBytes, long offsetLag, boolean isFuture) {}

    /**
     * A broker's directories, with all its partitions.
     *
     * @throws ApiErrorException when it refuses
     */
    public List<LogDir> of(int broker) {
        var answer = client.ask(
                Target.broker(broker),
                new DescribeLogDirsRequestData().setTopics(null),
                new DescribeLogDirsResponseData());
        if (answer.results().isEmpty()) {
            // Brokers before 3.3 say nothing at all to who may not see them.
            short code = answer.errorCode() == ErrorCodes.NONE ? CLUSTER_AUTHORIZATION_FAILED : answer.errorCode();
            throw new ApiErrorException(code, "");
        }
        var directories = new ArrayList<LogDir>();
        for (var result : answer.results()) {
            var replicas = new HashMap<TopicPartition, Replica>();
            for (var topic : result.topics()) {
                for (var partition : topic.partitions()) {
                    replicas.put(
                            new TopicPartition(topic.name(), partition.partitionIndex()),
                            new Replica(partition.partitionSize(), partition.offsetLag(), partition.isFutureKey()));
                }
            }
            directories.add(new LogDir(
                    result.logDir(), result.errorCode(), result.totalBytes(), result.usableBytes(), replicas));
        }
        return directories;
    }
}
