package dev.gregor.conformance.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.conformance.server.RunningServer;
import dev.gregor.conformance.server.ServerHome;
import dev.gregor.conformance.server.ServerKind;
import dev.gregor.conformance.wire.RawConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that send or read so slowly that they would hold a careless broker's threads or memory; others are served as ever. */
class SlowClientTest {
    private static final short METADATA_VERSION = 12;
    private static final Duration SERVED_WITHIN = Duration.ofSeconds(5);
    private static final Duration ONE_BYTE_EVERY = Duration.ofSeconds(1);
    private static final int DAWDLERS = 300;
    private static final int DAWDLING_SECONDS = 5;
    /** Of a batch of large records, as a producer would announce it. */
    private static final int CLAIMED_BYTES = 90 << 20;

    private static final String WIDE_TOPIC = "wide";
    private static final int WIDE_PARTITIONS = 500;
    private static final int DEAF_CLIENTS = 20;
    /** Each answer has some 15 KB: together more than the broker's heap. */
    private static final int QUESTIONS = 2_000;

    private static final long MAY_GROW_BYTES = 150L << 20;
    private static final long NOISE_BYTES = 256 << 10;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int LOOKS_AT_REST = 10;
    private static final int MOST_LOOKS = 300;
    private static final Duration STOPS_READING_WITHIN = Duration.ofSeconds(2);

    private ServerHome home;
    private RunningServer server;

    @BeforeEach
    void start() {
        home = ServerHome.create();
        server = home.start(ServerKind.underTest());
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void givenManyClientsThatSendAByteASecond_whenOthersAsk_thenTheyAreServedAndSoAreTheSlowOnesInTheEnd()
            throws IOException {
        var frame = framed(RawConnection.frame(ApiKeys.METADATA, METADATA_VERSION, noTopics()));
        var dawdlers = new ArrayList<RawConnection>();
        try (var witness = RawConnection.open(server.port())) {
            // given
            for (int i = 0; i < DAWDLERS; i++) {
                dawdlers.add(RawConnection.open(server.port()));
            }
            long before = server.residentBytes();
            // when
            for (int second = 0; second < DAWDLING_SECONDS; second++) {
                for (var dawdler : dawdlers) {
                    dawdler.sendBytes(new byte[] {frame[second]});
                }
                assertServed(witness);
                LockSupport.parkNanos(ONE_BYTE_EVERY.toNanos());
            }
            // then
            assertThat(server.residentBytes() - before).isLessThan(MAY_GROW_BYTES);
            for (var dawdler : dawdlers) {
                dawdler.sendBytes(java.util.Arrays.copyOfRange(frame, DAWDLING_SECONDS, frame.length));
                assertThat(((MetadataResponseData) dawdler.readResponse(ApiKeys.METADATA, METADATA_VERSION)).brokers())
                        .hasSize(1);
            }
        } finally {
            for (var dawdler : dawdlers) {
                dawdler.close();
            }
        }
    }

    @Test
    void givenClientsThatAnnounceMuchAndSendLittle_whenOthersAsk_thenTheyAreServedAndMemoryIsBounded()
            throws IOException {
        var dawdlers = new ArrayList<RawConnection>();
        try (var witness = RawConnection.open(server.port())) {
            // given
            long before = server.residentBytes();
            // when
            for (int i = 0; i < DAWDLERS; i++) {
                var dawdler = RawConnection.open(server.port());
                dawdlers.add(dawdler);
                dawdler.sendBytes(ByteBuffer.allocate(64).putInt(CLAIMED_BYTES).array());
            }
            // then
            assertServed(witness);
            assertThat(server.residentBytes() - before).isLessThan(MAY_GROW_BYTES);
        } finally {
            for (var dawdler : dawdlers) {
                dawdler.close();
            }
        }
    }

    @Test
    void givenClientsThatNeverReadTheirAnswers_whenTheyAskOn_thenTheyAreNotReadEitherAndMemoryIsBounded()
            throws Exception {
        // given
        try (var admin = Admin.create(Map.of("bootstrap.servers", server.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(WIDE_TOPIC, WIDE_PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        var wide = new MetadataRequestData()
                .setTopics(List.of(new MetadataRequestData.MetadataRequestTopic().setName(WIDE_TOPIC)));
        var question = framed(RawConnection.frame(ApiKeys.METADATA, METADATA_VERSION, wide));
        var deaf = new ArrayList<SocketChannel>();
        try (var witness = RawConnection.open(server.port())) {
            assertServed(witness);
            long before = server.residentBytes();
            // when
            for (int i = 0; i < DEAF_CLIENTS; i++) {
                deaf.add(ask(question));
                assertServed(witness);
            }
            // then
            assertThat(residentBytesAtRest() - before).isLessThan(MAY_GROW_BYTES);
            assertServed(witness);
            assertThat(answers(deaf.get(0))).isEqualTo(QUESTIONS);
        } finally {
            for (var channel : deaf) {
                channel.close();
            }
        }
    }

    /** Asks the same again and again and reads nothing. */
    private SocketChannel ask(byte[] question) throws IOException {
        var channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        channel.configureBlocking(false);
        var questions = ByteBuffer.allocate(QUESTIONS * question.length);
        while (questions.hasRemaining()) {
            questions.put(question);
        }
        questions.flip();
        long deadlineNs = System.nanoTime() + STOPS_READING_WITHIN.toNanos();
        while (questions.hasRemaining() && System.nanoTime() < deadlineNs) {
            if (channel.write(questions) == 0) {
                LockSupport.parkNanos(1_000_000);
            }
        }
        assertThat(questions.hasRemaining())
                .as("the system takes all questions")
                .isFalse();
        return channel;
    }

    /** Reads all that has been asked for. */
    private static int answers(SocketChannel channel) throws IOException {
        channel.configureBlocking(true);
        channel.socket().setSoTimeout(10_000);
        var in = new java.io.DataInputStream(channel.socket().getInputStream());
        int answers = 0;
        while (answers < QUESTIONS) {
            in.skipNBytes(in.readInt());
            answers++;
        }
        return answers;
    }

    /** Memory once it has not grown for a second. */
    private long residentBytesAtRest() {
        long most = 0;
        int quiet = 0;
        for (int look = 0; look < MOST_LOOKS && quiet < LOOKS_AT_REST; look++) {
            long now = server.residentBytes();
            quiet = now <= most + NOISE_BYTES ? quiet + 1 : 0;
            most = Math.max(most, now);
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return most;
    }

    private static void assertServed(RawConnection witness) throws IOException {
        long startNs = System.nanoTime();
        var answer = (MetadataResponseData) witness.exchange(ApiKeys.METADATA, METADATA_VERSION, noTopics());
        assertThat(answer.brokers()).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - startNs)).isLessThan(SERVED_WITHIN);
    }

    private static MetadataRequestData noTopics() {
        return new MetadataRequestData().setTopics(List.of());
    }

    private static byte[] framed(byte[] frame) {
        return ByteBuffer.allocate(Integer.BYTES + frame.length)
                .putInt(frame.length)
                .put(frame)
                .array();
    }
}
