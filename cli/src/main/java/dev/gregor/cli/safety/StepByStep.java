package dev.gregor.cli.safety;

import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ClusterUnreachableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** One step after the other: a refusal is that step's own; when the cluster is gone the rest is not tried. */
final class StepByStep implements Execution {
    private final Function<List<Change>, List<Step>> steps;

    /** @param steps those that make the changes, in their order */
    StepByStep(Function<List<Change>, List<Step>> steps) {
        this.steps = steps;
    }

    @Override
    public List<Outcome> execute(List<Change> changes) {
        return execute(changes, done -> {});
    }

    @Override
    public List<Outcome> execute(List<Change> changes, LongConsumer done) {
        var outcomes = new ArrayList<Outcome>();
        for (var step : steps.apply(changes)) {
            try {
                outcomes.addAll(step.execution().execute(step.changes()));
            } catch (ClusterUnreachableException gone) {
                if (outcomes.isEmpty()) {
                    throw gone;
                }
                step.changes().forEach(change -> outcomes.add(Outcome.failed(change, gone)));
                return withRest(outcomes, changes, gone);
            } catch (ClusterException refused) {
                step.changes().forEach(change -> outcomes.add(Outcome.failed(change, refused)));
            }
            done.accept(step.changes().size());
        }
        return outcomes;
    }

    private static List<Outcome> withRest(List<Outcome> outcomes, List<Change> changes, ClusterException why) {
        for (var change : changes.subList(outcomes.size(), changes.size())) {
            outcomes.add(Outcome.failed(change, "not tried: " + why.getMessage()));
        }
        return outcomes;
    }
}
