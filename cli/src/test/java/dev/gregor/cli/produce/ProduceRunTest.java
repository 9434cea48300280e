package dev.gregor.cli.produce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.ExitCode;
import dev.gregor.cli.Session;
import dev.gregor.cli.Streams;
import dev.gregor.cli.output.Screen;
import dev.gregor.cli.progress.ProgressLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProduceRunTest {
    private static final RecordShape SHAPE =
            new RecordShape("orders", Optional.of(0), Optional.empty(), List.of(), false);

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Session session = session();

    private Session session() {
        var session = Session.ofConsole(Map.of(), question -> Optional.empty(), Screen.NONE);
        var nothing = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        session.through(new Streams(new ByteArrayInputStream(new byte[0]), nothing, new PrintStream(err, true, UTF_8)));
        return session;
    }

    private static MockProducer<byte[], byte[]> producer(boolean acknowledges) {
        return new MockProducer<>(acknowledges, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private ProduceRun run(MockProducer<byte[], byte[]> producer, boolean quiet) {
        return new ProduceRun(
                producer, session, quiet, new ProgressLine(new PrintStream(err, true, UTF_8), Screen.NONE));
    }

    private List<String> told() {
        return err.toString(UTF_8).lines().toList();
    }

    private static RecordInput lines(InputStream in) {
        return new LineInput(in, SHAPE, "");
    }

    @Test
    void givenLines_whenAllAreAcknowledged_thenTheSummarySaysSoAndNothingIsLeftToDo() throws IOException {
        // given
        var producer = producer(true);
        // when
        int exitCode = run(producer, false).send(lines(new ByteArrayInputStream("a\nb\n".getBytes(UTF_8))));
        // then
        assertThat(exitCode).isEqualTo(ExitCode.DONE);
        assertThat(told()).hasSize(2);
        assertThat(told().get(0)).startsWith("Produced 2 records, ");
        assertThat(session.stop()).isEmpty();
    }

    @Test
    void givenAnInputThatIsWaitedFor_whenStopped_thenItIsToldWhereItGoesOn() throws Exception {
        // given
        var waits = new CountDownLatch(1);
        var typed = new InputStream() {
            private final ByteArrayInputStream first = new ByteArrayInputStream("a\nb\nc".getBytes(UTF_8));

            @Override
            public int read() {
                throw new AssertionError("reads in pieces");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                if (first.available() > 0) {
                    return first.read(bytes, from, length);
                }
                waits.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException cancelled) {
                    throw new InterruptedIOException("cancelled");
                }
                return -1;
            }
        };
        var stopper = new Thread(() -> {
            try {
                waits.await();
                session.stop().orElseThrow().run();
            } catch (InterruptedException never) {
                throw new AssertionError(never);
            }
        });
        stopper.start();
        // when
        int exitCode = run(producer(true), true).send(lines(typed));
        stopper.join();
        // then
        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(told()).containsExactly("Stopped after 2 records.", "To go on, begin after record 2 of the input.");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void givenRecordsAtARate_whenStopped_thenTheWaitEndsAndTheRestIsCounted() throws Exception {
        // given
        var input = new TemplateInput(
                Template.of("n{{seq}}"),
                Optional.empty(),
                SHAPE,
                10,
                0.000_1,
                Clock.systemUTC(),
                new SplittableRandom(1));
        var producer =
                new MockProducer<byte[], byte[]>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                    @Override
                    public synchronized Future<RecordMetadata> send(
                            ProducerRecord<byte[], byte[]> record, Callback callback) {
                        var sent = super.send(record, callback);
                        new Thread(() -> session.stop().orElseThrow().run()).start();
                        return sent;
                    }
                };
        // when
        int exitCode = run(producer, true).send(input);
        // then
        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(told())
                .containsExactly("Stopped after 1 record.", "To go on: --count 9; {{seq}} begins at 0 again.");
    }

    @Test
    void givenARecordThatIsLost_whenOthersAfterItAreThere_thenBothAreTold() throws IOException {
        // given
        var producer = producer(false);
        var input = new RecordInput() {
            private int given;

            @Override
            public Optional<ProducerRecord<byte[], byte[]>> next() {
                if (given == 3) {
                    producer.completeNext();
                    producer.errorNext(new RecordTooLargeException("too large"));
                    producer.completeNext();
                    return Optional.empty();
                }
                given++;
                return Optional.of(new ProducerRecord<>("orders", 0, null, new byte[] {'v'}));
            }
        };
        // when
        int exitCode = run(producer, true).send(input);
        // then
        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(told())
                .contains(
                        "Lost 1; the first, record 2: too large",
                        "To go on, begin after record 1 of the input. Sent already of those after it: 1.");
    }
}
