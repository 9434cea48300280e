package dev.gregor.cli.produce;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.clients.ProgressLine;
import dev.gregor.cli.clients.Terminal;
import dev.gregor.cli.safety.ReadOnly;
import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor produce}: exit 0 when every record is acknowledged, 1 when one was lost or the input is wrong. */
@Command(
        name = "produce",
        mixinStandardHelpOptions = true,
        description = {
            "Send records: lines, JSON, whole files, or made from a template.",
            "What was sent, how fast, and where each partition ends then is told on stderr."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  echo 'k1:paid' | gregor produce orders --key-separator :",
            "  gregor produce orders --template 'order {{seq}}' --count 1000 --rate 500"
        })
public final class ProduceCommand implements Callable<Integer> {
    /** What the input holds. */
    enum Input {
        /** A record of each line. */
        lines,
        /** JSON objects, as consume prints them. */
        json,
        /** A record of each file. */
        whole
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TOPIC",
            description = "The topic; JSON records may name their own instead.")
    private Optional<String> topic = Optional.empty();

    @Parameters(index = "1..*", paramLabel = "FILE", description = "Files to read instead of standard input.")
    private List<Path> files = List.of();

    @Option(
            names = {"-i", "--input"},
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}: what the input holds (default: lines).")
    private Input input = Input.lines;

    @Option(
            names = {"-K", "--key-separator"},
            paramLabel = "TEXT",
            description = "What stands before it in a line is the key.")
    private String keySeparator = "";

    @Option(
            names = {"-k", "--key"},
            paramLabel = "KEY",
            description = "The key of records without one of their own; with --template, a template too.")
    private Optional<String> key = Optional.empty();

    @Option(
            names = {"-H", "--header"},
            paramLabel = "NAME=VALUE",
            description = "A header of every record.")
    private List<String> headers = List.of();

    @Option(
            names = {"-p", "--partition"},
            paramLabel = "N",
            description = "The partition of every record.")
    private Optional<Integer> partition = Optional.empty();

    @Option(
            names = {"-Z", "--tombstone"},
            description = "Send an empty value as null.")
    private boolean emptyIsNull;

    @Option(
            names = "--template",
            paramLabel = "TEXT",
            description = "Make records of it: {{seq}}, {{random:N}}, {{number:A:B}}, {{pick:a|b}}, {{uuid}}, {{now}},"
                    + " {{time}}.")
    private Optional<String> template = Optional.empty();

    @Option(
            names = {"-c", "--count"},
            paramLabel = "N",
            description = "How many to make (default: 1).")
    private long count = 1;

    @Option(names = "--rate", paramLabel = "N", description = "How many a second at most.")
    private double rate = -1;

    @Option(
            names = {"-z", "--compression"},
            paramLabel = "CODEC",
            description = "none, gzip, snappy, lz4 or zstd (default: none).")
    private Optional<String> compression = Optional.empty();

    @Option(
            names = {"-a", "--acks"},
            paramLabel = "ACKS",
            description = "0, 1 or all (default: all).")
    private Optional<String> acks = Optional.empty();

    @Option(
            names = {"-q", "--quiet"},
            description = "No summary.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        var shape = new RecordShape(
                topic.orElse(""), partition, template.isPresent() ? Optional.empty() : key, headers(), emptyIsNull);
        checkLine();
        var streams = connection.session().streams();
        try (var client = connection.open()) {
            ReadOnly.refuse(connection, client, "produced");
            var topics = new KnownTopics(client);
            topic.ifPresent(topics::check);
            // Made before the producer: a template that is none costs no connection.
            try (var records = input(shape, topics, streams.in());
                    var producer = producer();
                    var progress = new ProgressLine(
                            streams.err(), connection.session().screen())) {
                return new ProduceRun(producer, streams.err(), quiet).send(records, progress);
            }
        } catch (IllegalArgumentException wrongInput) {
            throw new ClusterException(String.valueOf(wrongInput.getMessage()), wrongInput);
        }
    }

    /** Progress would be drawn into the line that someone types. */
    private boolean isTyped() {
        return template.isEmpty() && files.isEmpty() && Terminal.isInteractive();
    }

    private void checkLine() {
        if (topic.isEmpty() && input != Input.json) {
            throw misuse("a topic is missing");
        }
        if (template.isPresent() && (!files.isEmpty() || input != Input.lines)) {
            throw misuse("--template makes records by itself: it goes without FILE and --input");
        }
        if (template.isPresent() && count < 1) {
            throw misuse("--count wants a number above 0");
        }
        if (template.isEmpty() && input == Input.whole && files.isEmpty()) {
            throw misuse("--input whole wants files");
        }
    }

    private RecordInput input(RecordShape shape, KnownTopics topics, InputStream stdin) throws IOException {
        if (template.isPresent()) {
            return new TemplateInput(
                    template(template.get()),
                    key.map(this::template),
                    shape,
                    count,
                    rate,
                    Clock.systemUTC(),
                    new SplittableRandom());
        }
        return switch (input) {
            case whole -> new FileInput(files, shape);
            case json -> new JsonInput(in(stdin), shape, topics::check);
            case lines -> new LineInput(in(stdin), shape, keySeparator);
        };
    }

    private Template template(String text) {
        try {
            return Template.of(text);
        } catch (IllegalArgumentException wrong) {
            throw misuse(String.valueOf(wrong.getMessage()));
        }
    }

    private InputStream in(InputStream stdin) throws IOException {
        if (files.isEmpty()) {
            return stdin;
        }
        var open = new ArrayList<InputStream>();
        for (var file : files) {
            try {
                open.add(Files.newInputStream(file));
            } catch (NoSuchFileException missing) {
                throw new ClusterException("no such file: " + file, missing);
            }
        }
        return new SequenceInputStream(Collections.enumeration(open));
    }

    private List<Header> headers() {
        var made = new ArrayList<Header>();
        for (var text : headers) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw misuse("--header wants NAME=VALUE, not '" + text + "'");
            }
            made.add(new RecordHeader(
                    text.substring(0, equals), text.substring(equals + 1).getBytes(StandardCharsets.UTF_8)));
        }
        return made;
    }

    private Producer<byte[], byte[]> producer() {
        var timeoutMs = Integer.toString(connection.settings().timeoutMs());
        var properties = new TreeMap<String, String>();
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "gregor-produce");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "5");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(128 * 1024));
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeoutMs);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMs);
        properties.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.toString(3 * connection.settings().timeoutMs()));
        var given = connection.properties();
        for (var name : given.stringPropertyNames()) {
            properties.put(name, given.getProperty(name));
        }
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, connection.bootstrap());
        compression.ifPresent(codec -> properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, codec));
        acks.ifPresent(wanted -> properties.put(ProducerConfig.ACKS_CONFIG, wanted));
        return new KafkaProducer<>(
                ClientProperties.forShortRun(properties), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
