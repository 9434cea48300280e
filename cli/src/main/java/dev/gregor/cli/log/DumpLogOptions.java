package dev.gregor.cli.log;

import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.util.List;
import org.apache.kafka.tools.api.StringDecoder;

/** The options of {@code kafka-dump-log.sh}; texts are Kafka's. Like there, a value is looked at when it is needed. */
final class DumpLogOptions {
    private static final int LARGEST_MESSAGE_BYTES = 5 * 1024 * 1024;
    private static final List<String> DECODERS = List.of(
            "offsets-decoder",
            "transaction-log-decoder",
            "cluster-metadata-decoder",
            "remote-log-metadata-decoder",
            "share-group-state-decoder",
            "value-decoder-class",
            "key-decoder-class");

    private final ParsedOptions options;

    /**
     * As parsed.
     *
     * @throws UsageException when no files are named
     */
    DumpLogOptions(ParsedOptions options) {
        this.options = options;
        if (!options.has("files")) {
            throw new UsageException("Missing required argument \"[files]\"");
        }
    }

    static OptionTable table() {
        return new OptionTable(
                        "kafka-dump-log.sh",
                        "This tool helps to parse a log file and dump its contents to the console, useful for debugging a seemingly corrupt log segment.")
                .flag(
                        "print-data-log",
                        "If set, printing the messages content when dumping data logs. Automatically set if any decoder option is specified.")
                .flag("verify-index-only", "If set, just verify the index log without printing its content.")
                .flag(
                        "index-sanity-check",
                        "If set, just checks the index sanity without printing its content. This is the same check that is executed on broker startup to determine if an index needs rebuilding or not.")
                .value(
                        "files",
                        "file1, file2, ...",
                        "REQUIRED: The comma separated list of data and index log files to be dumped.")
                .value("max-message-size", "size", "Size of largest message. (default: 5242880)")
                .value(
                        "max-bytes",
                        "size",
                        "Limit the amount of total batches read in bytes avoiding reading the whole .log file(s). (default: 2147483647)")
                .flag(
                        "deep-iteration",
                        "If set, uses deep instead of shallow iteration. Automatically set if print-data-log is enabled.")
                .optionalValue("value-decoder-class", "class", decoder("messages"))
                .optionalValue("key-decoder-class", "class", decoder("keys"))
                .flag(
                        "offsets-decoder",
                        "If set, log data will be parsed as offset data from the __consumer_offsets topic.")
                .flag(
                        "transaction-log-decoder",
                        "If set, log data will be parsed as transaction metadata from the __transaction_state topic.")
                .flag("cluster-metadata-decoder", "If set, log data will be parsed as cluster metadata records.")
                .flag(
                        "remote-log-metadata-decoder",
                        "If set, log data will be parsed as TopicBasedRemoteLogMetadataManager (RLMM) metadata records. Instead, the value-decoder-class option can be used if a custom RLMM implementation is configured.")
                .flag(
                        "share-group-state-decoder",
                        "If set, log data will be parsed as share group state data from the __share_group_state topic.")
                .flag(
                        "skip-record-metadata",
                        "Skip metadata when printing records. This flag also skips control records.");
    }

    private static String decoder(String what) {
        return "If set, used to deserialize the " + what
                + ". This class should implement org.apache.kafka.tools.api.Decoder trait. Custom jar should be in the CLASSPATH. (default: "
                + StringDecoder.class.getName() + ")";
    }

    String[] files() {
        return options.value("files").orElseThrow().split(",");
    }

    /** Whether the records' contents are printed: on demand, and with every decoder. */
    boolean printsContents() {
        return options.has("print-data-log") || DECODERS.stream().anyMatch(options::has);
    }

    boolean printsRecords() {
        return options.has("deep-iteration") || printsContents();
    }

    boolean skipsRecordMetadata() {
        return options.has("skip-record-metadata");
    }

    boolean onlyVerifiesIndexes() {
        return options.has("verify-index-only");
    }

    boolean onlyChecksIndexSanity() {
        return options.has("index-sanity-check");
    }

    int maxMessageBytes() {
        return options.integer("max-message-size").orElse(LARGEST_MESSAGE_BYTES);
    }

    int maxBytes() {
        return options.integer("max-bytes").orElse(Integer.MAX_VALUE);
    }

    /** The first decoder named, in Kafka's order; else the classes of keys and values. */
    RecordText decoder() throws ClassNotFoundException {
        for (var topic : InternalTopic.values()) {
            if (options.has(topic.option())) {
                return topic.decoder();
            }
        }
        var text = StringDecoder.class.getName();
        return DecoderText.ofClasses(
                options.value("key-decoder-class").orElse(text),
                options.value("value-decoder-class").orElse(text));
    }
}
