package dev.gregor.cli.safety;

import java.util.ArrayList;
import java.util.List;

/**
 * Some of a command's changes that are made together.
 *
 * @param execution makes them; what refuses all of them is thrown
 */
public record Step(List<Change> changes, Execution execution) {
    public Step {
        changes = List.copyOf(changes);
    }

    /** Changes that one request makes: all or none. */
    public static Step allOrNone(List<Change> changes, Runnable request) {
        return new Step(changes, agreed -> {
            request.run();
            var outcomes = new ArrayList<Outcome>();
            agreed.forEach(change -> outcomes.add(Outcome.done(change)));
            return outcomes;
        });
    }

    /** The changes of all steps, in their order. */
    public static List<Change> changes(List<Step> steps) {
        var changes = new ArrayList<Change>();
        steps.forEach(step -> changes.addAll(step.changes()));
        return changes;
    }
}
