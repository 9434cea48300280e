package dev.gregor.cli.consume;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.offsets.OffsetPoint;
import dev.gregor.cli.offsets.OffsetRange;
import dev.gregor.cli.offsets.OffsetResolver;
import dev.gregor.cli.offsets.Offsets;
import dev.gregor.cli.progress.ProgressLine;
import dev.gregor.cli.safety.ReadOnly;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Carries out a {@link ReadRequest}: finds the spans, reads them, and goes on where that is asked for. */
final class RecordRead {
    private static final int MOST_READERS = 4;
    private static final Offsets ALL = Offsets.everywhere(OffsetRange.from(new OffsetPoint.Start()));
    /** How many times more offsets to look at, when the last ones held too few records. */
    private static final int WIDER = 8;
    /** The part of the heap that the last records may take. */
    private static final int HEAP_SHARE = 4;
    /** Who follows waits for these answers between two polls. */
    private static final int LOOK_TIMEOUT_MS = 2_000;

    private final ConnectionOptions connection;
    private final ReadRequest request;
    private final ReadState state = new ReadState();
    private final List<TopicPartition> partitions = new ArrayList<>();
    private boolean lastAreKnown = true;

    RecordRead(ConnectionOptions connection, ReadRequest request) {
        this.connection = connection;
        this.request = request;
    }

    void run() throws InterruptedException {
        var streams = connection.session().streams();
        var spans = new ArrayList<Span>();
        int brokers;
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
            brokers = client.cluster().brokers().size();
        }
        var settings = new ConsumerSettings(connection, request.isolationLevel(), brokers * readers());
        try (var progress = new ProgressLine(streams.err(), connection.session().screen())) {
            var output = new RecordOutput(streams.out(), request.format(), request.count(), progress);
            if (request.group().isPresent()) {
                readAsMember(settings, request.group().get(), output);
                return;
            }
            try (var read = new ParallelRead(
                            settings::alone, state, connection.settings().timeoutMs());
                    var interruption = new Interruption(connection.session(), read::stop)) {
                read(read, spans, output, progress);
                output.flush();
                if (interruption.hasCome()) {
                    progress.aside(() -> tellHowToGoOn(spans, streams.err()));
                }
            }
        }
    }

    private void readAsMember(ConsumerSettings settings, String group, RecordSink output) {
        var topics = new LinkedHashSet<String>();
        partitions.forEach(partition -> topics.add(partition.topic()));
        try (var consumer = settings.member(group);
                var interruption = new Interruption(connection.session(), () -> {
                    state.enough();
                    consumer.wakeup();
                })) {
            var read = new MemberRead(consumer, state, !request.follows());
            if (!request.follows()) {
                read.read(topics, Set::of, matching(output));
                return;
            }
            try (var come = newPartitions()) {
                read.read(topics, come::topics, matching(output));
            }
        }
    }

    private NewPartitions newPartitions() {
        var client = connection.session().client(connection.settings().withTimeoutMs(LOOK_TIMEOUT_MS));
        return new NewPartitions(client, request, partitions);
    }

    private void read(ParallelRead read, List<Span> spans, RecordOutput output, ProgressLine progress)
            throws InterruptedException {
        var bounded = spans.stream().map(Span::bounded).toList();
        showProgress(progress, bounded, output);
        if (request.last().isPresent()) {
            last(read, bounded, request.last().get(), output);
        }
        if (state.isStopped() || output.count() >= request.count()) {
            return;
        }
        if (request.follows()) {
            var asked = request.last().isPresent()
                    ? spans.stream()
                            .filter(span -> span.to().isEmpty())
                            .map(span -> span.bounded().following())
                            .toList()
                    : spans;
            try (var come = newPartitions()) {
                read.follow(
                        asked,
                        () -> {
                            var more = come.spans();
                            spans.addAll(more);
                            return more;
                        },
                        matching(output));
            }
        } else if (request.last().isEmpty()) {
            read.read(bounded, readers(), matching(output));
        }
    }

    /** Records that are printed as they are read are progress enough. */
    private void showProgress(ProgressLine progress, List<Span> spans, RecordOutput output) {
        long startNanos = System.nanoTime();
        boolean printsAll = request.conditions().isEmpty() && request.last().isEmpty();
        progress.follow(() ->
                printsAll && output.count() > 0 ? "" : ReadProgress.text(state, spans, System.nanoTime() - startNanos));
    }

    private void last(ParallelRead read, List<Span> spans, int wanted, RecordOutput output)
            throws InterruptedException {
        var last = new LastRecords(wanted, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
        collect(last, read, spans, wanted);
        if (state.isStopped()) {
            lastAreKnown = false;
            return;
        }
        if (last.holdsRecords()) {
            last.to(output);
            return;
        }
        var places = last.places();
        if (places.size() > 1) {
            connection
                    .session()
                    .streams()
                    .err()
                    .println("The last " + wanted + " records are more than can be sorted in memory; here they are"
                            + " partition by partition.");
        }
        read.read(places, 1, matching(output));
    }

    /** Without a condition the last offsets usually hold the last records; transactions' marks and compaction leave gaps. */
    private void collect(LastRecords last, ParallelRead read, List<Span> spans, int wanted)
            throws InterruptedException {
        long window = request.conditions().isEmpty() ? wanted : Long.MAX_VALUE;
        var whole = Set.copyOf(spans);
        while (true) {
            long offsets = window;
            var narrowed = spans.stream().map(span -> span.last(offsets)).toList();
            read.read(narrowed, readers(), matching(last));
            var parts = narrowed.stream().filter(span -> !whole.contains(span)).toList();
            if (state.isStopped() || last.areSettled(parts)) {
                return;
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
        if (!lastAreKnown) {
            err.println("Stopped before the last records were known; nothing was printed.");
            return;
        }
        var byTopic = new TreeMap<String, List<Span>>();
        spans.forEach(span -> byTopic.computeIfAbsent(span.partition().topic(), first -> new ArrayList<>())
                .add(span));
        byTopic.forEach((topic, ofTopic) -> {
            var rest = state.rest(ofTopic);
            if (!rest.isEmpty()) {
                err.println("Stopped. To go on" + (byTopic.size() == 1 ? "" : " with " + topic) + ": --offset " + rest);
            }
        });
    }
}
