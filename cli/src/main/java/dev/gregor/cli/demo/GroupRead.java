package dev.gregor.cli.demo;

import dev.gregor.cli.clients.ClientProperties;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic from its beginning with several members of one group, each on a thread of its own. */
final class GroupRead {
    private static final int LOOK_MS = 50;

    private final Stage stage;
    private final String group;
    private final int size;

    GroupRead(Stage stage, String group, int size) {
        this.stage = stage;
        this.group = group;
        this.size = size;
    }

    /** What came back, and how many partitions each member read. */
    record Result(Reading reading, List<Integer> partitionsPerMember) {}

    Result run() throws Exception {
        var reading = stage.ledger().newReading();
        var gate = new MemberGate(size);
        var threads = Executors.newFixedThreadPool(size);
        try {
            var members = new ArrayList<Future<Integer>>();
            for (int i = 0; i < size; i++) {
                var member = new GroupMember(properties("demo-member-" + (i + 1)), reading, gate, i);
                members.add(threads.submit(member::read));
            }
            var partitions = new ArrayList<Integer>();
            for (var member : members) {
                partitions.add(await(member, reading));
            }
            return new Result(reading, partitions);
        } finally {
            end(threads);
        }
    }

    private int await(Future<Integer> member, Reading reading) throws Exception {
        while (true) {
            try {
                return member.get(LOOK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException goesOn) {
                stage.transcript().progress(reading.records(), stage.ledger().lines(), "records");
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof Exception ? (Exception) failed.getCause() : failed;
            }
        }
    }

    private static void end(ExecutorService threads) throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(GroupMember.IDLE_SECONDS, TimeUnit.SECONDS);
    }

    private Map<String, String> properties(String clientId) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, stage.broker().bootstrap(),
                ConsumerConfig.CLIENT_ID_CONFIG, clientId,
                ConsumerConfig.GROUP_ID_CONFIG, group,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "300",
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000");
    }

    /** Returns the sum of what the group has committed in the topic. */
    long committed() {
        try (var consumer = new KafkaConsumer<>(
                ClientProperties.forShortRun(properties("demo-auditor")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = new HashSet<TopicPartition>();
            for (int i = 0; i < Stage.PARTITIONS; i++) {
                partitions.add(new TopicPartition(Stage.TOPIC, i));
            }
            long sum = 0;
            for (var offset : consumer.committed(partitions).values()) {
                sum += offset == null ? 0 : offset.offset();
            }
            return sum;
        }
    }
}
