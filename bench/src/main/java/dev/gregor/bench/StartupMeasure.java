package dev.gregor.bench;

import java.io.IOException;

/**
 * From the start of the first process on an empty folder (for Apache Kafka that is the one that formats it) until an outside
 * client has created a topic of six partitions and has a record acknowledged with acks=all. One pair goes before, for the
 * page cache, the client's classes, and what a launcher does once only.
 */
record StartupMeasure(JavaHome java, String suffix, Budget time, Budget cpu, int pairs) implements Measure {
    static final int PARTITIONS = 6;

    @Override
    public void run(Lab lab) throws IOException, InterruptedException {
        lab.inTurn("startup" + suffix, 1, pairs, (side, folder, recorder) -> {
            try (var broker = BrokerProcess.startEmpty(side, java, folder, Ports.free());
                    var client = broker.connect()) {
                client.firstRecord("first", PARTITIONS);
                recorder.record(Figure.firstRecordTime(suffix, time), broker.secondsSinceStart());
                recorder.record(Figure.firstRecordCpu(suffix, cpu), broker.cpuSeconds());
            }
        });
    }
}
