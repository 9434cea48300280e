package dev.gregor.cli.golden;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The golden lines against Gregor's broker, as far as it serves what they ask for. Not part of the build, which they would make four
 * minutes longer: {@code conformance/kafka-versions/run} runs it.
 */
class GoldenOnGregor extends GoldenTest {
    @Override
    String brokerName() {
        return "gregor";
    }

    @Override
    GoldenBroker startBroker(Path folder) throws IOException, InterruptedException {
        return GoldenBroker.ofGregor(folder);
    }
}
