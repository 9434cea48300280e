package dev.gregor.cli.consume;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.clients.ProgressLine;
import dev.gregor.cli.offsets.OffsetPoint;
import dev.gregor.cli.offsets.OffsetRange;
import dev.gregor.cli.offsets.OffsetResolver;
import dev.gregor.cli.offsets.Offsets;
import dev.gregor.cli.safety.ReadOnly;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** Carries out a {@link ReadRequest}: finds the spans, reads them, and goes on where that is asked for. */
final class RecordRead {
    private static final int MOST_READERS = 4;
    private static final Offsets ALL = Offsets.everywhere(OffsetRange.from(new OffsetPoint.Start()));
    /** How many times more offsets to look at, when the last ones held too few records. */
    private static final int WIDER = 8;

    private final ConnectionOptions connection;
    private final ReadRequest request;
    private final ReadState state = new ReadState();

    RecordRead(ConnectionOptions connection, ReadRequest request) {
        this.connection = connection;
        this.request = request;
    }

    void run() throws InterruptedException {
        var streams = connection.session().streams();
        var settings = new ConsumerSettings(connection, request.isolationLevel());
        var partitions = new ArrayList<TopicPartition>();
        var spans = new ArrayList<Span>();
        try (var client = connection.open()) {
            if (request.group().isPresent()) {
                // A member commits, which changes where the group stands.
                ReadOnly.refuse(connection, client, "committed: read without --group");
            }
            partitions.addAll(request.topics().partitions(client, request.partitions()));
            if (request.group().isEmpty()) {
                var resolver =
                        new OffsetResolver(client, request.isolationLevel().equals("read_committed"));
                spans.addAll(Spans.of(resolver, request.offsets().orElse(ALL), partitions));
            }
        }
        try (var progress =
                new ProgressLine(streams.err(), connection.session().screen().isTerminal())) {
            var output = new RecordOutput(streams.out(), request.format(), request.count(), progress);
            if (request.group().isPresent()) {
                readAsMember(settings, request.group().get(), partitions, output);
                return;
            }
            try (var read = new ParallelRead(
                            settings::alone, state, connection.settings().timeoutMs());
                    var interruption = new Interruption(connection.session(), read::stop)) {
                read(read, spans, output, progress);
                output.flush();
                if (interruption.hasCome()) {
                    progress.clear();
                    tellHowToGoOn(spans, streams.err());
                }
            }
        }
    }

    private void readAsMember(
            ConsumerSettings settings, String group, List<TopicPartition> partitions, RecordSink output) {
        var topics = new LinkedHashSet<String>();
        partitions.forEach(partition -> topics.add(partition.topic()));
        try (var consumer = settings.member(group);
                var interruption = new Interruption(connection.session(), () -> {
                    state.enough();
                    consumer.wakeup();
                })) {
            new MemberRead(consumer, state, !request.follows()).read(topics, matching(output));
        }
    }

    private void read(ParallelRead read, List<Span> spans, RecordOutput output, ProgressLine progress)
            throws InterruptedException {
        if (request.last().isPresent()) {
            var bounded = spans.stream().map(Span::bounded).toList();
            follow(progress, bounded);
            last(read, bounded, request.last().get()).to(output);
            if (request.follows() && !state.isStopped() && output.count() < request.count()) {
                read.read(bounded.stream().map(Span::following).toList(), 1, matching(output));
            }
            return;
        }
        var asked =
                request.follows() ? spans : spans.stream().map(Span::bounded).toList();
        follow(progress, spans.stream().map(Span::bounded).toList());
        read.read(asked, readers(), matching(output));
    }

    private void follow(ProgressLine progress, List<Span> spans) {
        long startNanos = System.nanoTime();
        progress.follow(() -> ReadProgress.text(state, spans, System.nanoTime() - startNanos));
    }

    /** Without a condition the last offsets usually hold the last records; transactions' marks and compaction leave gaps. */
    private LastRecords last(ParallelRead read, List<Span> spans, int wanted) throws InterruptedException {
        var last = new LastRecords(wanted);
        long window = request.conditions().isEmpty() ? wanted : Long.MAX_VALUE;
        while (true) {
            long offsets = window;
            var narrowed = spans.stream().map(span -> span.last(offsets)).toList();
            read.read(narrowed, readers(), matching(last));
            if (last.size() == wanted || state.isStopped() || narrowed.equals(spans)) {
                return last;
            }
            last.clear();
            window = window > Long.MAX_VALUE / WIDER ? Long.MAX_VALUE : window * WIDER;
        }
    }

    private RecordSink matching(RecordSink sink) {
        return request.conditions().isEmpty() ? sink : new MatchingSink(request.conditions(), sink);
    }

    /** Searching is work for several; printing is not. */
    private int readers() {
        boolean searches = !request.conditions().isEmpty() || request.last().isPresent();
        return searches && !request.follows()
                ? Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors())
                : 1;
    }

    private void tellHowToGoOn(List<Span> spans, PrintStream err) {
        boolean oneTopic =
                spans.stream().map(span -> span.partition().topic()).distinct().count() == 1;
        var rest = oneTopic ? state.rest(spans) : "";
        if (!rest.isEmpty()) {
            err.println("Stopped. To go on: --offset " + rest);
        }
    }
}
