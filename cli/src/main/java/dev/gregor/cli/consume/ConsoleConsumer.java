package dev.gregor.cli.consume;

import dev.gregor.cli.Streams;
import dev.gregor.cli.clients.LogLine;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.MessageFormatter;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * The loop of kafka-console-consumer. Output is collected and goes out whenever the next record would have to be waited for, so
 * that a person sees each record at once and a pipe gets few large writes. Owned by the main thread.
 */
final class ConsoleConsumer implements AutoCloseable {
    static final String LOGGER = "org.apache.kafka.tools.consumer.ConsoleConsumer";

    private static final int OUTPUT_BYTES = 64 * 1024;

    private final Consumer<byte[], byte[]> consumer;
    private final MessageFormatter formatter;
    private final PrintStream stdout;
    private final PrintStream out;
    private final PrintStream err;
    private final ConsumerOptions options;
    private Iterator<ConsumerRecord<byte[], byte[]>> fetched = Collections.emptyIterator();
    private int count;

    ConsoleConsumer(
            Consumer<byte[], byte[]> consumer, MessageFormatter formatter, Streams streams, ConsumerOptions options) {
        this.consumer = consumer;
        this.formatter = formatter;
        this.stdout = streams.out();
        this.out =
                new PrintStream(new BufferedOutputStream(streams.out(), OUTPUT_BYTES), false, Charset.defaultCharset());
        this.err = streams.err();
        this.options = options;
    }

    /** Prints records until there is nothing more to do; throws what the formatter throws, unless such records are skipped. */
    void run() {
        begin();
        int maxMessages = options.maxMessages();
        while (maxMessages == -1 || count < maxMessages) {
            if (!fetched.hasNext() && !fetch()) {
                return;
            }
            var record = fetched.next();
            count++;
            try {
                formatter.writeTo(asPrinted(record), out);
            } catch (RuntimeException | Error e) {
                if (!options.skipsBadRecords()) {
                    throw e;
                }
                LogLine.error(err, LOGGER, "Error processing message, skipping this message: ", e);
            }
        }
    }

    private void begin() {
        var topic = options.topic();
        if (topic.isEmpty()) {
            consumer.subscribe(Pattern.compile(options.include()));
            return;
        }
        if (options.partition().isEmpty()) {
            consumer.subscribe(List.of(topic.get()));
            return;
        }
        var partition = new TopicPartition(topic.get(), options.partition().get());
        consumer.assign(List.of(partition));
        var start = options.start();
        if (start instanceof StartOffset.At at) {
            consumer.seek(partition, at.offset());
        } else if (start instanceof StartOffset.Earliest) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seekToEnd(List.of(partition));
        }
    }

    /** Returns false when it is time to end: nobody reads, nothing came in time, or a failure, which has been reported. */
    private boolean fetch() {
        if (!flush()) {
            err.println("Unable to write to standard out, closing consumer.");
            return false;
        }
        try {
            long timeoutMs = options.timeoutMs();
            long startedNanos = System.nanoTime();
            while (!fetched.hasNext()) {
                fetched = consumer.poll(Duration.ofMillis(timeoutMs)).iterator();
                if (!fetched.hasNext() && (System.nanoTime() - startedNanos) / 1_000_000 >= timeoutMs) {
                    throw new TimeoutException();
                }
            }
            return true;
        } catch (WakeupException stopped) {
            return false;
        } catch (RuntimeException e) {
            LogLine.error(err, LOGGER, "Error processing message, terminating consumer process: ", e);
            return false;
        }
    }

    /** Formatters of users see what Apache Kafka's tool shows them: no sizes and no leader epoch. */
    private static ConsumerRecord<byte[], byte[]> asPrinted(ConsumerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                0,
                0,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }

    private boolean flush() {
        out.flush();
        return !stdout.checkError();
    }

    /** Leaves the group, with the offsets of what has been printed, and says how much that was. */
    @Override
    public void close() {
        flush();
        try (consumer) {
            // What was fetched but not printed must not be committed.
            var unprinted = new HashMap<TopicPartition, Long>();
            while (fetched.hasNext()) {
                var record = fetched.next();
                unprinted.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset());
            }
            unprinted.forEach(consumer::seek);
        }
        formatter.close();
        flush();
        err.println("Processed a total of " + count + " messages");
    }
}
