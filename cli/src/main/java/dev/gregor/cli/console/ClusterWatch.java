package dev.gregor.cli.console;

import dev.gregor.cli.completion.ClusterNames;
import dev.gregor.cli.completion.NameKind;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ConnectionSettings;
import dev.gregor.protocol.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;

/**
 * Looks in the background whether the cluster answers, and keeps its names. It has a client of its own: the commands' may be
 * busy. A cluster is asked for little while nobody types: one small question every two seconds; for its names at the start,
 * after each command, and when completion finds them old.
 */
final class ClusterWatch implements AutoCloseable {
    private static final int ANSWER_WITHIN_MS = 3_000;
    private static final long LOOK_EVERY_MS = 2_000;
    private static final long LOOK_AGAIN_MS = 500;
    private static final long NAMES_FRESH_MS = 10_000;

    /** Whether the cluster answers. */
    enum Reach {
        /** Nobody knows yet. */
        CONNECTING,
        REACHABLE,
        UNREACHABLE
    }

    /** What is known of one cluster. */
    private record Seen(Reach reach, Map<NameKind, List<String>> names, long namesAtMs) {
        static final Seen NOTHING = new Seen(Reach.CONNECTING, Map.of(), nowMs());
    }

    private final Runnable onChange;
    private final Thread thread = new Thread(this::run, "cluster watch");
    private Optional<ConnectionSettings> target = Optional.empty();
    private Seen seen = Seen.NOTHING;
    private boolean namesDue = true;
    private boolean closed;

    /** @param onChange called on this watch's thread when the reach has changed */
    ClusterWatch(Runnable onChange) {
        this.onChange = onChange;
        thread.setDaemon(true);
        thread.start();
    }

    /** Looks at this cluster from now on; at none when the settings could not be made. */
    synchronized void follow(Optional<ConnectionSettings> settings) {
        var next = settings.map(some -> some.withTimeoutMs(ANSWER_WITHIN_MS));
        if (!next.equals(target)) {
            target = next;
            seen = settings.isPresent() ? Seen.NOTHING : new Seen(Reach.UNREACHABLE, Map.of(), nowMs());
            namesDue = true;
            notifyAll();
        }
    }

    /** Whether the cluster answered when last asked. */
    synchronized Reach reach() {
        return seen.reach();
    }

    /** The names known; asks for them anew when they are old, and does not wait for that. */
    synchronized List<String> names(NameKind kind) {
        if (nowMs() - seen.namesAtMs() > NAMES_FRESH_MS) {
            refreshNames();
        }
        return seen.names().getOrDefault(kind, List.of());
    }

    /** Something may have changed: looks at once. */
    synchronized void refreshNames() {
        namesDue = true;
        notifyAll();
    }

    /** Of a clock that does not jump. */
    private static long nowMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private void run() {
        Optional<ConnectionSettings> connected = Optional.empty();
        Optional<ClusterClient> client = Optional.empty();
        while (awaitTurn(connected)) {
            var wanted = target();
            if (!wanted.equals(connected)) {
                client.ifPresent(ClusterClient::close);
                connected = wanted;
                client = wanted.map(ClusterClient::open);
            }
            if (client.isPresent() && connected.isPresent()) {
                look(client.get(), connected.get());
            }
        }
        client.ifPresent(ClusterClient::close);
    }

    private synchronized Optional<ConnectionSettings> target() {
        return target;
    }

    private synchronized boolean awaitTurn(Optional<ConnectionSettings> connected) {
        long pauseMs = seen.reach() == Reach.UNREACHABLE ? LOOK_AGAIN_MS : LOOK_EVERY_MS;
        long deadlineMs = nowMs() + pauseMs;
        boolean reachable = seen.reach() != Reach.UNREACHABLE;
        long leftMs = pauseMs;
        while (!closed && leftMs > 0 && target.equals(connected) && !(namesDue && reachable)) {
            try {
                wait(leftMs);
            } catch (InterruptedException nobodyElseDoes) {
                return false;
            }
            leftMs = deadlineMs - nowMs();
        }
        return !closed;
    }

    private void look(ClusterClient client, ConnectionSettings settings) {
        try {
            client.ask(Target.anyBroker(), new MetadataRequestData().setTopics(List.of()), new MetadataResponseData());
            tell(settings, Reach.REACHABLE);
            if (takeNamesDue()) {
                keep(settings, ClusterNames.of(client));
            }
        } catch (RuntimeException noAnswer) { // nor is what cannot be read as one
            tell(settings, Reach.UNREACHABLE);
        }
    }

    private synchronized boolean takeNamesDue() {
        boolean due = namesDue;
        namesDue = false;
        return due;
    }

    private void tell(ConnectionSettings asked, Reach reach) {
        synchronized (this) {
            if (!target.equals(Optional.of(asked)) || seen.reach() == reach) {
                return;
            }
            namesDue |= reach == Reach.REACHABLE;
            seen = new Seen(reach, seen.names(), seen.namesAtMs());
        }
        onChange.run();
    }

    private synchronized void keep(ConnectionSettings asked, Map<NameKind, List<String>> names) {
        if (target.equals(Optional.of(asked))) {
            seen = new Seen(seen.reach(), names, nowMs());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
