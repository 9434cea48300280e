package dev.gregor.cli.group;

import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.Execution;
import dev.gregor.cli.safety.Outcome;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes to several groups, one group after the other, and how each fared: what one of them refuses keeps no other from its
 * turn; a cluster that went away ends it, and what was done before is told all the same.
 */
final class GroupTurns {
    private final List<Outcome> outcomes = new ArrayList<>();
    private Optional<ClusterUnreachableException> gone = Optional.empty();

    /**
     * Makes a group's changes, or says why not.
     *
     * @throws ClusterUnreachableException when nobody answers the first of all
     */
    void take(List<Change> changes, Execution execution) {
        if (gone.isPresent()) {
            fail(changes, gone.get());
            return;
        }
        try {
            outcomes.addAll(execution.execute(changes));
        } catch (ClusterUnreachableException ended) {
            if (outcomes.isEmpty()) {
                throw ended;
            }
            gone = Optional.of(ended);
            fail(changes, ended);
        } catch (ClusterException refused) {
            fail(changes, refused);
        }
    }

    private void fail(List<Change> changes, ClusterException why) {
        changes.forEach(change -> outcomes.add(Outcome.failed(change, String.valueOf(why.getMessage()))));
    }

    /** One for each change, in the order in which they came. */
    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }
}
