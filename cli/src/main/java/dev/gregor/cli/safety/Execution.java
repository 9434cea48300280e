package dev.gregor.cli.safety;

import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import java.util.ArrayList;
import java.util.List;

/** Makes changes that were shown and agreed to. */
@FunctionalInterface
public interface Execution {
    /** @return one outcome for each change, in the same order */
    List<Outcome> execute(List<Change> changes);

    /** Makes one change; a refusal is thrown. */
    @FunctionalInterface
    interface OfOne {
        /** @throws ClusterException when it is refused; the others are tried all the same */
        void execute(Change change);
    }

    /** One change after the other; a refusal is that change's own, an unreachable cluster ends it. */
    static Execution oneByOne(OfOne execution) {
        return changes -> {
            var outcomes = new ArrayList<Outcome>();
            for (var change : changes) {
                try {
                    execution.execute(change);
                    outcomes.add(Outcome.done(change));
                } catch (ClusterUnreachableException gone) {
                    if (outcomes.isEmpty()) {
                        throw gone;
                    }
                    return withRest(outcomes, changes, gone);
                } catch (ClusterException refused) {
                    outcomes.add(Outcome.failed(change, String.valueOf(refused.getMessage())));
                }
            }
            return outcomes;
        };
    }

    private static List<Outcome> withRest(List<Outcome> outcomes, List<Change> changes, ClusterException why) {
        for (var change : changes.subList(outcomes.size(), changes.size())) {
            outcomes.add(Outcome.failed(change, String.valueOf(why.getMessage())));
        }
        return outcomes;
    }
}
