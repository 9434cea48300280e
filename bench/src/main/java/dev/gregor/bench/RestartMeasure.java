package dev.gregor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * From the start of the process on existing data until every partition has a leader, answers with the log end offset it had,
 * and the last one has acknowledged one more record. Each start gets the same data: a copy of what the side itself left behind
 * after SIGTERM, or after SIGKILL, {@code batchesEach} batches of 16 KB in each partition.
 */
record RestartMeasure(JavaHome java, int partitions, int batchesEach, int pairs) implements Measure {
    private static final String TOPIC = "many";
    private static final int RECORDS_PER_BATCH = 16;
    private static final int RECORD_BYTES = 1_000;
    private static final int PARTITIONS_PER_REQUEST = 200;

    @Override
    public void run(Lab lab) throws IOException, InterruptedException {
        try (var keptA = WorkFolder.in(lab.parent());
                var keptB = WorkFolder.in(lab.parent())) {
            var ports = Ports.free(); // the same again and again: a quorum of one remembers its own address
            lab.progress().printf("restart with %,d partitions: filling them%n", partitions);
            prepare(lab.a(), lab.parent(), keptA, ports);
            prepare(lab.b(), lab.parent(), keptB, ports);
            for (boolean killed : new boolean[] {false, true}) {
                var what = "restart with %,d partitions, %s".formatted(partitions, killed ? "killed" : "clean");
                lab.inTurn(what, 0, pairs, (side, folder, recorder) -> {
                    folder.copyDataFrom((lab.isA(side) ? keptA : keptB).file(killed ? "killed" : "clean"));
                    start(side, folder, ports, killed, recorder);
                });
            }
        }
    }

    /** Leaves two copies of the data in {@code kept}: as a killed broker leaves it, and as a stopped one does. */
    private void prepare(Side side, Path parent, WorkFolder kept, Ports ports)
            throws IOException, InterruptedException {
        try (var folder = WorkFolder.in(parent)) {
            try (var broker = BrokerProcess.startEmpty(side, java, folder, ports);
                    var client = broker.connect()) {
                client.createTopic(TOPIC, partitions);
                var batch = RawClient.oneBatch(RECORDS_PER_BATCH, RECORD_BYTES);
                for (int n = 0; n < batchesEach; n++) {
                    for (int from = 0; from < partitions; from += PARTITIONS_PER_REQUEST) {
                        int to = Math.min(partitions, from + PARTITIONS_PER_REQUEST);
                        client.produce(TOPIC, IntStream.range(from, to).boxed().toList(), batch);
                    }
                }
                broker.kill();
            }
            kept.copyDataFrom(folder.data());
            Files.move(kept.data(), kept.file("killed"));
            try (var broker = BrokerProcess.restart(side, java, folder, ports);
                    var client = broker.connect()) {
                client.awaitEndOffsets(TOPIC, partitions, recordsEach());
                broker.stop();
            }
            Files.move(folder.data(), kept.file("clean"));
        }
    }

    private void start(Side side, WorkFolder folder, Ports ports, boolean killed, Lab.Recorder recorder)
            throws IOException, InterruptedException {
        try (var broker = BrokerProcess.restart(side, java, folder, ports);
                var client = broker.connect()) {
            client.awaitLeaders(TOPIC, partitions);
            client.awaitEndOffsets(TOPIC, partitions, recordsEach());
            client.produce(TOPIC, List.of(partitions - 1), RawClient.oneBatch(1, RECORD_BYTES));
            recorder.record(Figure.restart(partitions, killed), broker.secondsSinceStart());
            recorder.record(Figure.restartCpu(partitions, killed), broker.cpuSeconds());
        }
    }

    private long recordsEach() {
        return (long) RECORDS_PER_BATCH * batchesEach;
    }
}
