package dev.gregor.broker.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.broker.group.TestCluster;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.apache.kafka.common.message.DescribeLogDirsRequestData;
import org.apache.kafka.common.message.DescribeLogDirsRequestData.DescribableLogDirTopic;
import org.apache.kafka.common.message.DescribeLogDirsRequestData.DescribableLogDirTopicCollection;
import org.apache.kafka.common.message.DescribeLogDirsResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeLogDirsHandlerTest {
    @TempDir
    private Path folder;

    private TestCluster cluster;

    @BeforeEach
    void start() {
        cluster = new TestCluster(folder);
        cluster.createTopic("orders", 2);
        cluster.createTopic("bills", 1);
        cluster.write("orders", 1);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void givenAllPartitions_whenDescribed_thenTheirSizesAndTheRoomAreThere() {
        // when
        var described = describe(new DescribeLogDirsRequestData().setTopics(null));
        // then
        assertThat(described.errorCode()).isZero();
        assertThat(described.results()).singleElement().satisfies(directory -> {
            assertThat(directory.logDir()).isEqualTo(folder.toString());
            assertThat(directory.errorCode()).isZero();
            assertThat(directory.totalBytes()).isEqualTo(folder.toFile().getTotalSpace());
            assertThat(directory.usableBytes()).isPositive().isLessThan(directory.totalBytes());
            assertThat(directory.topics().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(row -> topic.name() + "-" + row.partitionIndex() + " "
                                            + (row.partitionSize() > 0 ? "some" : "none") + " " + row.offsetLag() + " "
                                            + row.isFutureKey())))
                    .containsExactlyInAnyOrder(
                            "orders-0 none 0 false", "orders-1 some 0 false", "bills-0 none 0 false");
        });
    }

    @Test
    void givenSomePartitions_whenDescribed_thenOnlyThoseThatAreHereAreThere() {
        // given
        var topics = new DescribableLogDirTopicCollection();
        topics.add(new DescribableLogDirTopic().setTopic("orders").setPartitions(List.of(1, 7)));
        topics.add(new DescribableLogDirTopic().setTopic("nowhere").setPartitions(List.of(0)));
        // when
        var described = describe(new DescribeLogDirsRequestData().setTopics(topics));
        // then
        assertThat(described.results().get(0).topics()).singleElement().satisfies(topic -> {
            assertThat(topic.name()).isEqualTo("orders");
            assertThat(topic.partitions())
                    .singleElement()
                    .satisfies(row -> assertThat(row.partitionIndex()).isEqualTo(1));
        });
    }

    private DescribeLogDirsResponseData describe(DescribeLogDirsRequestData request) {
        var eventLoop = Executors.newSingleThreadScheduledExecutor();
        try {
            var handler = new DescribeLogDirsHandler(cluster.store(), cluster.replicas(), Runnable::run);
            var context = new RequestContext(
                    ApiKeys.DESCRIBE_LOG_DIRS,
                    handler.latestVersion(),
                    0,
                    "test",
                    KafkaPrincipal.ANONYMOUS,
                    InetAddress.getLoopbackAddress(),
                    "PLAINTEXT",
                    SecurityProtocol.PLAINTEXT,
                    "1",
                    eventLoop);
            return handler.handle(context, request).toCompletableFuture().join();
        } finally {
            eventLoop.shutdownNow();
        }
    }
}
