package dev.gregor.cli.produce;

import dev.gregor.cli.perf.Throttle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;

/** So many records of a template, at so many a second. */
final class TemplateInput implements RecordInput {
    private final Template value;
    private final Optional<Template> key;
    private final RecordShape shape;
    private final long count;
    private final Throttle throttle;
    private final Clock clock;
    private final RandomGenerator random;
    private long made;

    /** @param rate records a second; below 0 for as many as can be */
    TemplateInput(
            Template value,
            Optional<Template> key,
            RecordShape shape,
            long count,
            double rate,
            Clock clock,
            RandomGenerator random) {
        this.value = value;
        this.key = key;
        this.shape = shape;
        this.count = count;
        this.throttle = new Throttle(rate);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Optional<ProducerRecord<byte[], byte[]>> next() throws IOException {
        if (made == count) {
            return Optional.empty();
        }
        try {
            throttle.await(made);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        long nowMs = clock.millis();
        byte[] filled = value.fill(made, random, nowMs).getBytes(StandardCharsets.UTF_8);
        var own = key.isPresent() ? key.get().fill(made, random, nowMs).getBytes(StandardCharsets.UTF_8) : null;
        made++;
        return Optional.of(shape.of(own, filled));
    }

    @Override
    public double share() {
        return (double) made / count;
    }

    @Override
    public String howToGoOn(long sent) {
        return "To go on: --count " + (count - sent) + "; {{seq}} begins at 0 again.";
    }
}
