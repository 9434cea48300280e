package dev.gregor.cli.group;

import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every group of a cluster in a few numbers, for who looks at the whole cluster; may be asked again. Owned by one thread. */
public final class GroupSurvey implements AutoCloseable {
    private final GroupSweep sweep;

    /**
     * Over this cluster.
     *
     * @param client  stays the caller's
     * @param another opens one more client to the same cluster; closed here
     */
    public GroupSurvey(ClusterClient client, Supplier<ClusterClient> another) {
        sweep = new GroupSweep(client, another);
    }

    /**
     * One group.
     *
     * @param records  it has not read; empty when not known
     * @param position the sum of its positions: grows with each record it commits
     */
    public record Seen(String id, String state, int members, Optional<Long> records, long position) {}

    /** All groups as they are now, by id. */
    public List<Seen> look() {
        var seen = new ArrayList<Seen>();
        for (var lag : sweep.lags(sweep.facts(sweep.listings()), false)) {
            seen.add(new Seen(
                    lag.group().id(),
                    lag.group().state(),
                    lag.group().members().size(),
                    lag.records(),
                    lag.position()));
        }
        return seen;
    }

    @Override
    public void close() {
        sweep.close();
    }
}
