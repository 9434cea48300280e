package dev.gregor.cli.produce;

import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.utils.Utils;

/** The options of kafka-console-producer (Apache Kafka 4.3, KIP-1147, and {@code --broker-list} of old), and what they mean. */
final class ProducerOptions {
    private static final String BYTE_ARRAY_SERIALIZER = "org.apache.kafka.common.serialization.ByteArraySerializer";
    private static final String READER_PROPERTIES = """
            Tells the reader how to cut a line, as name=value. Those of the default reader:
              parse.key=false, key.separator=\\t
              parse.headers=false, headers.delimiter=\\t, headers.separator=, headers.key.separator=:
              ignore.error=false
              null.marker: a key, value or header equal to it is null
            With parse.headers and parse.key a line reads "h1:v1,h2:v2\\tkey\\tvalue".""";

    private final ParsedOptions options;

    private ProducerOptions(ParsedOptions options) {
        this.options = options;
    }

    static OptionTable table() {
        return new OptionTable(
                        "kafka-console-producer.sh",
                        "This tool helps to read data from standard input and publish it to Kafka.")
                .value("topic", "topic", "REQUIRED: the topic to produce to.")
                .value("bootstrap-server", "HOST1:PORT1,HOST2:PORT2", "REQUIRED: the servers to connect to.")
                .value("broker-list", "HOST1:PORT1,HOST2:PORT2", "The old name of --bootstrap-server.")
                .flag("sync", "Send one record at a time, and wait for each to be acknowledged.")
                .optionalValue(
                        "compression-codec", "codec", "none, gzip, snappy, lz4 or zstd; gzip when no codec is named.")
                .value("batch-size", "size", "batch.size of the producer, in bytes (default: 16384).")
                .value("message-send-max-retries", "retries", "retries of the producer (default: 3).")
                .value("retry-backoff-ms", "ms", "retry.backoff.ms of the producer (default: 100).")
                .value("timeout", "timeout_ms", "linger.ms of the producer (default: 1000).")
                .value("request-required-acks", "acks", "acks of the producer (default: -1).")
                .value("request-timeout-ms", "ms", "request.timeout.ms of the producer (default: 1500).")
                .value("metadata-expiry-ms", "ms", "metadata.max.age.ms of the producer (default: 300000).")
                .value("max-block-ms", "ms", "max.block.ms of the producer (default: 60000).")
                .value("max-memory-bytes", "bytes", "buffer.memory of the producer (default: 33554432).")
                .value("max-partition-memory-bytes", "bytes", "(Deprecated) Use --batch-size.")
                .value("line-reader", "reader_class", "A class of your own that implements RecordReader.")
                .value("socket-buffer-size", "size", "send.buffer.bytes of the producer (default: 102400).")
                .value("property", "prop", "(Deprecated) Use --reader-property.")
                .value("reader-property", "prop", READER_PROPERTIES)
                .value("reader-config", "file", "A file of reader properties; --reader-property wins over it.")
                .value("producer-property", "prop", "(Deprecated) Use --command-property.")
                .value("command-property", "prop", "A property of the producer, as name=value.")
                .value("producer.config", "file", "(Deprecated) Use --command-config.")
                .value("command-config", "file", "A file of producer properties; --command-property wins over it.");
    }

    /** @throws UsageException with Kafka's message, when options are missing or contradict each other */
    static ProducerOptions check(ParsedOptions options, PrintStream out) {
        var checked = new ProducerOptions(options);
        if (!options.has("topic")) {
            throw new UsageException("Missing required argument \"[topic]\"");
        }
        checked.notTogether("command-config", "producer.config");
        checked.notTogether("command-property", "producer-property");
        checked.notTogether("reader-property", "property");
        checked.warn(out, "producer-property", "a future version", "command-property");
        checked.warn(out, "producer.config", "a future version", "command-config");
        checked.warn(out, "property", "a future version", "reader-property");
        checked.warn(out, "max-partition-memory-bytes", "Apache Kafka 5.0", "batch-size");
        checkBootstrap(checked.bootstrap());
        return checked;
    }

    String topic() {
        return options.value("topic").orElseThrow();
    }

    boolean sync() {
        return options.has("sync");
    }

    /** A reader class of the user's own. */
    Optional<String> readerClass() {
        return options.value("line-reader").filter(name -> !name.equals("org.apache.kafka.tools.LineMessageReader"));
    }

    Map<String, String> readerProperties() {
        var properties = ClientProperties.ofFile(options.value("reader-config"));
        properties.put("topic", topic());
        properties.putAll(ClientProperties.ofPairs(either("reader-property", "property")));
        return properties;
    }

    Map<String, String> producerProperties() {
        var properties = new TreeMap<>(
                ClientProperties.ofFile(options.value("command-config").or(() -> options.value("producer.config"))));
        properties.putAll(ClientProperties.ofPairs(either("command-property", "producer-property")));
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression());
        properties.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "console-producer");
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, BYTE_ARRAY_SERIALIZER);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, BYTE_ARRAY_SERIALIZER);
        merge(properties, ProducerConfig.LINGER_MS_CONFIG, options.longInteger("timeout"), "1000");
        merge(properties, ProducerConfig.ACKS_CONFIG, options.value("request-required-acks"), "-1");
        merge(properties, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, options.integer("request-timeout-ms"), "1500");
        merge(properties, ProducerConfig.RETRIES_CONFIG, options.integer("message-send-max-retries"), "3");
        merge(properties, ProducerConfig.RETRY_BACKOFF_MS_CONFIG, options.longInteger("retry-backoff-ms"), "100");
        merge(properties, ProducerConfig.SEND_BUFFER_CONFIG, options.integer("socket-buffer-size"), "102400");
        merge(properties, ProducerConfig.BUFFER_MEMORY_CONFIG, options.longInteger("max-memory-bytes"), "33554432");
        merge(properties, ProducerConfig.BATCH_SIZE_CONFIG, options.integer("batch-size"), "16384");
        merge(properties, ProducerConfig.BATCH_SIZE_CONFIG, options.integer("max-partition-memory-bytes"), "16384");
        merge(properties, ProducerConfig.METADATA_MAX_AGE_CONFIG, options.longInteger("metadata-expiry-ms"), "300000");
        merge(properties, ProducerConfig.MAX_BLOCK_MS_CONFIG, options.longInteger("max-block-ms"), "60000");
        return properties;
    }

    /** The addresses. */
    String bootstrap() {
        return options.value("bootstrap-server")
                .or(() -> options.value("broker-list"))
                .orElse("");
    }

    private String compression() {
        return options.has("compression-codec")
                ? options.value("compression-codec")
                        .filter(codec -> !codec.isEmpty())
                        .orElse("gzip")
                : "none";
    }

    private java.util.List<String> either(String name, String oldName) {
        return options.has(name) ? options.values(name) : options.values(oldName);
    }

    /** The option wins over the property, the property over the default. */
    private static void merge(
            Map<String, String> properties, String name, Optional<? extends Object> option, String otherwise) {
        if (option.isPresent()) {
            properties.put(name, option.get().toString());
        } else {
            properties.putIfAbsent(name, otherwise);
        }
    }

    private void notTogether(String name, String oldName) {
        if (options.has(name) && options.has(oldName)) {
            throw new UsageException("Options --" + name + " and --" + oldName + " cannot be specified together.");
        }
    }

    private void warn(PrintStream out, String oldName, String when, String name) {
        if (options.has(oldName)) {
            out.println("Warning: --" + oldName + " is deprecated and will be removed in " + when + ". Use --" + name
                    + " instead.");
        }
    }

    @SuppressWarnings("StringSplitter") // as in Apache Kafka: a trailing comma is no address
    private static void checkBootstrap(String bootstrap) {
        if (bootstrap.isBlank()) {
            throw new UsageException("Error while validating the bootstrap address\n");
        }
        for (var address : bootstrap.split(",")) {
            if (Utils.getPort(address) == null) {
                throw new UsageException("Please provide valid host:port like host1:9091,host2:9092\n");
            }
        }
    }
}
