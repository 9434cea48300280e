package dev.gregor.cli.safety;

import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Makes changes that were shown and agreed to. */
@FunctionalInterface
public interface Execution {
    /** @return one outcome for each change, in the same order */
    List<Outcome> execute(List<Change> changes);

    /**
     * The same, told of on the way.
     *
     * @param done hears how many more changes are behind
     */
    default List<Outcome> execute(List<Change> changes, LongConsumer done) {
        var outcomes = execute(changes);
        done.accept(changes.size());
        return outcomes;
    }

    /** Makes one change; a refusal is thrown. */
    @FunctionalInterface
    interface OfOne {
        /** @throws ClusterException when it is refused; the others are tried all the same */
        void execute(Change change);
    }

    /** One change after the other; a refusal is that change's own, an unreachable cluster ends it. */
    static Execution oneByOne(OfOne execution) {
        return new StepByStep(changes -> {
            var steps = new ArrayList<Step>();
            for (var change : changes) {
                steps.add(Step.allOrNone(List.of(change), () -> execution.execute(change)));
            }
            return steps;
        });
    }

    /**
     * One step after the other; a refusal is that step's own, an unreachable cluster ends it.
     *
     * @param steps their changes are those that are agreed to, in this order
     */
    static Execution inSteps(List<Step> steps) {
        return new StepByStep(changes -> steps);
    }
}
