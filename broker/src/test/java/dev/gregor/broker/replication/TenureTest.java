package dev.gregor.broker.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TenureTest {
    private final AtomicLong highWatermark = new AtomicLong(10);
    private final Tenure tenure = new Tenure(highWatermark);
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void givenAppendsThatWait_whenTheHighWatermarkMoves_thenThoseBelowItAreTold() {
        // given
        tenure.awaitHighWatermark(10, error -> told.add("10 " + error));
        tenure.awaitHighWatermark(12, error -> told.add("12 " + error));
        // when
        moveTo(12);
        // then
        assertThat(told).containsExactly("10 NONE");
        moveTo(13);
        assertThat(told).containsExactly("10 NONE", "12 NONE");
    }

    @Test
    void givenAHighWatermarkPastTheOffset_whenSomebodyWaits_thenItIsToldAtOnce() {
        // when
        tenure.awaitHighWatermark(9, error -> told.add("9 " + error));
        // then
        assertThat(told).containsExactly("9 NONE");
    }

    @Test
    void givenWaitersAndListeners_whenLeadershipEnds_thenAllAreToldAndLaterOnesToo() {
        // given
        tenure.awaitHighWatermark(20, error -> told.add("20 " + error));
        tenure.listen(listener("a"));
        // when
        tenure.end();
        // then
        tenure.awaitHighWatermark(30, error -> told.add("30 " + error));
        tenure.listen(listener("b"));
        assertThat(told).containsExactly("20 NOT_LEADER_OR_FOLLOWER", "a end", "30 NOT_LEADER_OR_FOLLOWER", "b end");
    }

    @Test
    void givenAListener_whenCancelled_thenItHearsNothingMore() {
        // given
        var registration = tenure.listen(listener("a"));
        moveTo(11);
        // when
        registration.cancel();
        moveTo(12);
        tenure.end();
        // then
        assertThat(told).containsExactly("a 11");
    }

    @Test
    void givenAFailingListener_whenTheHighWatermarkMoves_thenTheOthersHearOfIt() {
        // given
        tenure.listen(new Partition.Listener() {
            @Override
            public void onHighWatermark(long offset) {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void onLeadershipEnd() {}
        });
        tenure.listen(listener("b"));
        // when
        moveTo(11);
        // then
        assertThat(told).containsExactly("b 11");
    }

    @Test
    void givenManyMovers_whenTheyRace_thenMovesAreHeardInOrderAndNobodyIsForgotten() throws InterruptedException {
        // given
        int movers = 4;
        int appends = 20_000;
        var heard = new ArrayList<Long>();
        var acknowledged = new AtomicInteger();
        tenure.listen(new Partition.Listener() {
            @Override
            public void onHighWatermark(long offset) {
                heard.add(offset);
            }

            @Override
            public void onLeadershipEnd() {}
        });
        var start = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < movers; i++) {
            var thread = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    return;
                }
                for (int n = 0; n < appends; n++) {
                    long offset = highWatermark.getAndIncrement();
                    tenure.awaitHighWatermark(offset, error -> acknowledged.incrementAndGet());
                    tenure.onProgress();
                }
            });
            thread.start();
            threads.add(thread);
        }
        // when
        start.countDown();
        for (var thread : threads) {
            thread.join();
        }
        // then
        assertThat(acknowledged).hasValue(movers * appends);
        assertThat(heard).isSorted().endsWith(10L + (long) movers * appends);
    }

    private void moveTo(long offset) {
        highWatermark.set(offset);
        tenure.onProgress();
    }

    private Partition.Listener listener(String name) {
        return new Partition.Listener() {
            @Override
            public void onHighWatermark(long offset) {
                told.add(name + " " + offset);
            }

            @Override
            public void onLeadershipEnd() {
                told.add(name + " end");
            }
        };
    }
}
