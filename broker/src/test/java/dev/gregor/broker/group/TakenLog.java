package dev.gregor.broker.group;

import dev.gregor.broker.replication.Partition;
import dev.gregor.broker.storage.LogAppend;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;

/** Another thread that writes to a log, nothing in fact, and does not come to an end until it is told: appends wait for it. */
final class TakenLog implements AutoCloseable {
    private final CountDownLatch taken = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final Thread writer;

    TakenLog(Partition partition) throws InterruptedException {
        var nothing =
                new LogAppend(ByteBuffer.allocate(0), LogAppend.Origin.COORDINATOR, partition.leaderEpoch(), result -> {
                    taken.countDown();
                    try {
                        free.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        writer = new Thread(() -> partition.log().append(nothing), "other-writer");
        writer.start();
        taken.await();
    }

    /** How many threads wait for their place in a log. */
    static long waiting() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> {
                    for (var frame : stack) {
                        if (frame.getClassName().equals(AppendOutcome.class.getName())
                                && frame.getMethodName().equals("await")) {
                            return true;
                        }
                    }
                    return false;
                })
                .count();
    }

    /** Lets the other thread go, which writes all that waits first. */
    @Override
    public void close() throws InterruptedException {
        free.countDown();
        writer.join();
    }
}
