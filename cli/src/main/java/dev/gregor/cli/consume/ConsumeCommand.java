package dev.gregor.cli.consume;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.offsets.Offsets;
import dev.gregor.cli.offsets.OffsetsConverter;
import dev.gregor.cli.record.FormatException;
import dev.gregor.cli.record.RecordFormat;
import dev.gregor.cli.record.RecordMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor consume}: exit 0 also when nothing was found, 1 on failure, 2 on misuse, 4 when records do not come. */
@Command(
        name = "consume",
        mixinStandardHelpOptions = true,
        description = {
            "Print records, or search them.",
            "In a pipe it stops where the log ended when it began; on a terminal it follows."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor consume orders --exit -n 10 -f '%%p/%%o %%T %%k=%%v\\n'",
            "  gregor consume orders --offset @-1h:@now --grep 'v:error|failed' -o json"
        })
public final class ConsumeCommand implements Callable<Integer> {
    private static final int MOST_LAST = 1_000_000;

    /** How records are printed. */
    enum Output {
        /** As {@code --format} says. */
        text,
        /** A JSON object a line. */
        json
    }

    /** What is seen of transactions. */
    enum IsolationLevel {
        read_uncommitted,
        read_committed
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(arity = "1..*", paramLabel = "TOPIC", description = "Topics by name or glob; see --regex.")
    private List<String> topics = List.of();

    @Option(
            names = {"-r", "--regex"},
            description = "TOPIC is a regular expression for whole names.")
    private boolean regex;

    @Option(
            names = "--offset",
            paramLabel = "OFFSETS",
            converter = OffsetsConverter.class,
            description = "Where to begin, or from where to where: start, end, +n, -n, n, a:b, @time, @-1h:@now,"
                    + " committed:GROUP; 0=5,1=end for each partition (default: start).")
    private Optional<Offsets> offset = Optional.empty();

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            description = "Only the last N records of all that fit, by time.")
    private Optional<Integer> last = Optional.empty();

    @Option(
            names = {"-c", "--count"},
            paramLabel = "N",
            description = "Stop after N records.")
    private Optional<Long> count = Optional.empty();

    @Option(
            names = {"-e", "--exit"},
            description = "Stop where the log ends now.")
    private boolean exit;

    @Option(
            names = {"-F", "--follow"},
            description = "Go on with what comes.")
    private boolean follow;

    @Option(
            names = {"-p", "--partition"},
            split = ",",
            paramLabel = "N",
            description = "Only these partitions.")
    private List<Integer> partitions = List.of();

    @Option(
            names = "--grep",
            paramLabel = "[!][k:|v:|h:]REGEX",
            description =
                    "Only records with this in their key, value or a header (as name=value); k:, v:, h: for one of"
                            + " them, ! for those without. Given again, all must fit. Partitions are searched in parallel.")
    private List<String> grep = List.of();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "rpk's and kcat's verbs (default: %%v\\n): %%t topic, %%p partition, %%o offset, %%k key, %%v"
                    + " value, %%s value, %%T timestamp, %%h headers, %%h{%%k=%%v } each header, %%K and %%V lengths;"
                    + " %%v{hex} %%v{base64} %%T{iso}; \\n \\t \\xNN.")
    private Optional<String> format = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "text or json: one object a line, which 'gregor produce -i json' takes back (default: text).")
    private Output output = Output.text;

    @Option(
            names = "--isolation-level",
            paramLabel = "LEVEL",
            description = "${COMPLETION-CANDIDATES} (default: what --command-config says, else read_uncommitted).")
    private Optional<IsolationLevel> isolationLevel = Optional.empty();

    @Option(
            names = {"-g", "--group"},
            paramLabel = "GROUP",
            description = "Read as a member of this group and commit what was printed.")
    private Optional<String> group = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        if (exit && follow) {
            throw misuse("--exit and --follow exclude each other");
        }
        if (group.isPresent() && (offset.isPresent() || last.isPresent() || !partitions.isEmpty())) {
            throw misuse(
                    "a group has its own offsets and partitions: --group goes without --offset, --last, --partition");
        }
        if (last.isPresent() && last.get() <= 0) {
            throw misuse("--last wants a number above 0");
        }
        if (last.isPresent() && last.get() > MOST_LAST) {
            throw misuse("--last sorts " + MOST_LAST + " records at most; --offset=-" + last.get()
                    + " reads so many of each partition");
        }
        if (count.isPresent() && count.get() <= 0) {
            throw misuse("--count wants a number above 0");
        }
        if (output == Output.json && format.isPresent()) {
            throw misuse("--format is for text, not for JSON");
        }
        var screen = connection.session().screen();
        var request = new ReadRequest(
                new TopicSelection(topics, regex),
                partitions,
                offset,
                last,
                count.orElse(Long.MAX_VALUE),
                follow || (!exit && screen.isTerminal()),
                conditions(),
                output == Output.json ? Optional.empty() : Optional.of(recordFormat()),
                isolationLevel
                        .map(IsolationLevel::name)
                        .orElseGet(() -> connection
                                .properties()
                                .getProperty("isolation.level", IsolationLevel.read_uncommitted.name())),
                group);
        new RecordRead(connection, request).run();
        return ExitCode.DONE;
    }

    private List<RecordMatch> conditions() {
        var conditions = new ArrayList<RecordMatch>();
        for (var text : grep) {
            try {
                conditions.add(RecordMatch.of(text));
            } catch (IllegalArgumentException wrong) {
                throw misuse("--grep " + wrong.getMessage());
            }
        }
        return conditions;
    }

    private RecordFormat recordFormat() {
        try {
            return RecordFormat.of(format.orElse("%v\\n"));
        } catch (FormatException wrong) {
            throw misuse("--format: " + wrong.getMessage());
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
