package dev.gregor.cli.produce;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.clients.BootstrapProbe;
import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.clients.LogLine;
import dev.gregor.cli.clients.Terminal;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionException;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.protocol.ClusterException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.tools.api.RecordReader;

/**
 * {@code kafka-console-producer.sh}: standard input to a topic. Exit code 0 also when records could not be sent, unless with
 * {@code --sync}, as in Apache Kafka; 1 when the line or the input cannot be read.
 */
public final class ConsoleProducerProgram implements Program {
    private static final int FAILED = 1;

    /** Its options, for help and completion. */
    public static OptionTable table() {
        return ProducerOptions.table();
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        return new DropIn(table(), streams).run(arguments, parsed -> {
            var options = ProducerOptions.check(parsed, streams.out());
            streams.out().flush();
            try {
                return produce(streams, options);
            } catch (OptionException | ClusterException e) {
                throw e;
            } catch (Exception e) {
                streams.err().println(e);
                return FAILED;
            }
        });
    }

    private static int produce(Streams streams, ProducerOptions options) throws Exception {
        var reader = reader(options, streams);
        reader.configure(options.readerProperties());
        var producer = new KafkaProducer<byte[], byte[]>(ClientProperties.forShortRun(options.producerProperties()));
        try {
            BootstrapProbe.await(options.bootstrap());
        } catch (ClusterException unreachable) {
            producer.close(Duration.ZERO);
            throw unreachable;
        }
        // Ctrl-C at the prompt: what has been typed is sent before the process ends.
        var closing = new Thread(producer::close, "producer-shutdown-hook");
        Runtime.getRuntime().addShutdownHook(closing);
        try (producer;
                reader) {
            send(producer, reader, streams.in(), options.sync(), streams.err());
        }
        try {
            Runtime.getRuntime().removeShutdownHook(closing);
        } catch (IllegalStateException endsAlready) {
            return 0;
        }
        return 0;
    }

    private static RecordReader reader(ProducerOptions options, Streams streams) throws ReflectiveOperationException {
        var name = options.readerClass();
        if (name.isEmpty()) {
            return new LineReader(Terminal.isInteractive() ? Optional.of(streams.out()) : Optional.empty());
        }
        var reader = Class.forName(name.get()).getDeclaredConstructor().newInstance();
        if (reader instanceof RecordReader recordReader) {
            return recordReader;
        }
        throw new IllegalArgumentException("The reader must implement " + RecordReader.class.getName() + " interface");
    }

    private static void send(
            Producer<byte[], byte[]> producer, RecordReader reader, InputStream in, boolean sync, PrintStream err)
            throws ExecutionException, InterruptedException {
        var records = reader.readRecords(in);
        while (records.hasNext()) {
            var record = records.next();
            if (sync) {
                producer.send(record).get();
            } else {
                var unused = producer.send(record, (sent, failure) -> {
                    if (failure != null) {
                        reportLost(record, failure, err);
                    }
                });
            }
        }
    }

    private static void reportLost(ProducerRecord<byte[], byte[]> record, Exception failure, PrintStream err) {
        var message = "Error when sending message to topic " + record.topic() + " with key: " + size(record.key())
                + ", value: " + size(record.value()) + " with error:";
        LogLine.error(err, "org.apache.kafka.clients.producer.internals.ErrorLoggingCallback", message, failure);
    }

    private static String size(byte @org.jspecify.annotations.Nullable [] bytes) {
        return bytes == null ? "null" : bytes.length + " bytes";
    }
}
