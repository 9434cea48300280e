package dev.gregor.cli.produce;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.clients.Terminal;
import dev.gregor.cli.output.Screen;
import dev.gregor.cli.progress.ProgressLine;
import dev.gregor.cli.safety.ReadOnly;
import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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
    private Optional<Long> count = Optional.empty();

    @Option(names = "--rate", paramLabel = "N", description = "How many to make a second at most.")
    private Optional<Double> rate = Optional.empty();

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
        FilesInTurn.check(files);
        var streams = connection.session().streams();
        try (var client = connection.open()) {
            ReadOnly.refuse(connection, client, "produced");
            var topics = new KnownTopics(client, partition);
            topic.ifPresent(topics::check);
            // Made before the producer: a template that is none costs no connection.
            try (var records = input(shape, topics, streams.in());
                    var producer = producer();
                    var progress = new ProgressLine(
                            streams.err(),
                            isTyped() ? Screen.NONE : connection.session().screen())) {
                return new ProduceRun(producer, connection.session(), quiet, progress).send(records);
            }
        } catch (IllegalArgumentException wrongInput) {
            throw new ClusterException(String.valueOf(wrongInput.getMessage()), wrongInput);
        }
    }

    /** A line that is drawn anew would wipe what a person types. */
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
        if (template.isEmpty() && (count.isPresent() || rate.isPresent())) {
            throw misuse("--count and --rate go with --template; of other input take what is wanted: head -n N | ...");
        }
        if (count.isPresent() && count.get() < 1) {
            throw misuse("--count wants a number above 0");
        }
        if (rate.isPresent() && !(rate.get() > 0)) {
            throw misuse("--rate wants a number above 0");
        }
        if (!keySeparator.isEmpty() && (template.isPresent() || input != Input.lines)) {
            throw misuse("--key-separator cuts lines; a template's key is --key");
        }
        if (partition.isPresent() && partition.get() < 0) {
            throw misuse("--partition wants a number from 0 on");
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
                    count.orElse(1L),
                    rate.orElse(-1.0),
                    Clock.systemUTC(),
                    new SplittableRandom());
        }
        return switch (input) {
            case whole -> new FileInput(files, shape);
            case json -> in(stdin, in -> new JsonInput(in, shape, topics::check));
            case lines -> in(stdin, in -> new LineInput(in, shape, keySeparator));
        };
    }

    private RecordInput in(InputStream stdin, FilesInTurn.Form form) throws IOException {
        return files.isEmpty() ? form.read(stdin) : new FilesInTurn(files, form);
    }

    private Template template(String text) {
        try {
            return Template.of(text);
        } catch (IllegalArgumentException wrong) {
            throw misuse(String.valueOf(wrong.getMessage()));
        }
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
        var properties = ProducerSettings.of(
                connection.properties(), connection.settings().timeoutMs(), compression, acks);
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, connection.bootstrap());
        return new KafkaProducer<>(
                ClientProperties.forShortRun(properties), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
