package dev.gregor.bench;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One session with a fresh broker per turn: idle memory, then the produce loads, each on a topic of its own, then reading them
 * back from the page cache, then single records, then the memory it has come to. Parts not asked for are left out.
 */
record LoadMeasure(JavaHome java, Set<Part> parts, List<LoadCase> cases, Sizes sizes) implements Measure {
    static final int PARTITIONS = 6;

    enum Part {
        MEMORY,
        PRODUCE,
        CONSUME,
        SINGLE
    }

    @Override
    public void run(Lab lab) throws IOException, InterruptedException {
        // A first, small session lets this JVM compile the client; otherwise the first side would get a slower one.
        var warmUp = new LoadMeasure(java, parts, cases, new Sizes(0, 0, Math.min(100, sizes.megabytes()), 1, 1, 1, 0));
        lab.inTurn(
                "load",
                1,
                0,
                (side, folder, recorder) -> warmUp.session(lab, side, folder, recorder, new LoadShares()));
        lab.inTurn(
                "load",
                0,
                sizes.pairs(),
                (side, folder, recorder) -> session(lab, side, folder, recorder, lab.shares()));
    }

    private void session(Lab lab, Side side, WorkFolder folder, Lab.Recorder recorder, LoadShares shares)
            throws IOException, InterruptedException {
        try (var broker = BrokerProcess.startEmpty(side, java, folder, Ports.free());
                var client = broker.connect()) {
            client.firstRecord("first", PARTITIONS);
            if (parts.contains(Part.MEMORY)) {
                TimeUnit.SECONDS.sleep(sizes.idleSeconds());
                recorder.record(
                        Figure.memory("idle", Budget.atMost(0.5, 0.33)),
                        broker.usage().residentKb() / 1024.0);
            }
            for (var load : cases) {
                produce(broker, client, load, recorder, shares);
            }
            if (parts.contains(Part.CONSUME)) {
                consume(broker, recorder, shares);
            }
            if (parts.contains(Part.SINGLE)) {
                single(broker, client, recorder, shares);
            }
            if (parts.contains(Part.MEMORY)) {
                var usage = broker.usage();
                recorder.record(Figure.memory("after load", Budget.atMost(0.6, 0.33)), usage.residentKb() / 1024.0);
                recorder.record(Figure.peakMemory(), usage.peakKb() / 1024.0);
            }
        }
    }

    /** Runs also when only what comes after it was asked for: then it fills the topics, and counts for nothing. */
    private void produce(
            BrokerProcess broker, RawClient client, LoadCase load, Lab.Recorder recorder, LoadShares shares)
            throws IOException, InterruptedException {
        if (parts.equals(Set.of(Part.SINGLE))) {
            return;
        }
        client.createWritableTopic(load.key(), PARTITIONS, load.recordBytes());
        var reading = new ProduceLoad(load, sizes.warmUpRecords(load), sizes.records(load)).run(broker);
        long stored = client.recordCount(load.key(), PARTITIONS);
        if (stored != recordsOf(load)) {
            throw new IOException(
                    "%s holds %,d of %,d records".formatted(broker.side().name(), stored, recordsOf(load)));
        }
        if (parts.contains(Part.PRODUCE)) {
            double bytes = (double) sizes.records(load) * load.recordBytes();
            recorder.record(Figure.produceCpu(load), reading.brokerCpu() / (bytes / 1e9));
            recorder.record(Figure.produceRate(load), bytes / 1e6 / reading.seconds());
            shares.add("produce " + load.label(), broker.side(), reading);
        }
    }

    private void consume(BrokerProcess broker, Lab.Recorder recorder, LoadShares shares) throws IOException {
        new ConsumeLoad(cases.get(0), recordsOf(cases.get(0)), 1).run(broker);
        for (var load : cases) {
            var reading = new ConsumeLoad(load, recordsOf(load), sizes.consumePasses(load)).run(broker);
            double bytes = (double) recordsOf(load) * sizes.consumePasses(load) * load.recordBytes();
            recorder.record(Figure.consumeCpu(load), reading.brokerCpu() / (bytes / 1e9));
            recorder.record(Figure.consumeRate(load), bytes / 1e6 / reading.seconds());
            shares.add("consume " + load.label(), broker.side(), reading);
        }
    }

    private void single(BrokerProcess broker, RawClient client, Lab.Recorder recorder, LoadShares shares)
            throws IOException, InterruptedException {
        client.createWritableTopic(SingleRecords.TOPIC, PARTITIONS, 1);
        var result = new SingleRecords(sizes.singleWarmUpSeconds(), sizes.singleSeconds()).run(broker);
        recorder.record(Figure.singleCpu(), result.reading().brokerCpu() * 1e3 / (result.latenciesNs().length / 1e3));
        recorder.record(Figure.singleLatency("p50"), result.quantileMs(0.5));
        recorder.record(Figure.singleLatency("p99"), result.quantileMs(0.99));
        recorder.record(Figure.singleLatency("p999"), result.quantileMs(0.999));
        shares.add("2,000 single records/s", broker.side(), result.reading());
    }

    private long recordsOf(LoadCase load) {
        return PARTITIONS
                + sizes.warmUpRecords(load)
                + sizes.records(load); // the first of each partition came with the topic
    }
}
