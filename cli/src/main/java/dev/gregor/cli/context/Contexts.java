package dev.gregor.cli.context;

import dev.gregor.cli.names.Nearest;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All contexts, and which one is current.
 *
 * @param current the name of one of them; empty while none was chosen
 * @param all     in the order they were added
 */
public record Contexts(Optional<String> current, List<Context> all) {
    public Contexts {
        all = List.copyOf(all);
    }

    static Contexts none() {
        return new Contexts(Optional.empty(), List.of());
    }

    /** The context of this name, if there is one. */
    public Optional<Context> find(String name) {
        for (var context : all) {
            if (context.name().equals(name)) {
                return Optional.of(context);
            }
        }
        return Optional.empty();
    }

    /**
     * The context that {@code gregor context use} chose last.
     *
     * @throws ClusterException when it is not there: a line meant for it is not to reach the default cluster
     */
    public Optional<Context> currentContext() {
        return current.isPresent() ? Optional.of(named(current.get())) : Optional.empty();
    }

    /** The context that was made for the cluster of this id, the most careful one first. */
    public Optional<Context> ofCluster(String clusterId) {
        Optional<Context> found = Optional.empty();
        for (var context : all) {
            boolean same =
                    context.clusterId().isPresent() && context.clusterId().get().equals(clusterId);
            if (same && (found.isEmpty() || context.care().compareTo(found.get().care()) > 0)) {
                found = Optional.of(context);
            }
        }
        return found;
    }

    /** @throws ClusterException naming what there is, when there is no such context */
    public Context named(String name) {
        var found = find(name);
        if (found.isPresent()) {
            return found.get();
        }
        var names = names();
        var nearest = Nearest.to(name, names);
        throw new ClusterException("no context '" + name + "'; "
                + (nearest.isPresent()
                        ? "did you mean '" + nearest.get() + "'?"
                        : names.isEmpty()
                                ? "'gregor context add' makes one."
                                : "there is " + String.join(", ", names) + "."));
    }

    /** The contexts' names in their order. */
    public List<String> names() {
        var names = new ArrayList<String>();
        for (var context : all) {
            names.add(context.name());
        }
        return names;
    }

    Contexts using(String name) {
        return new Contexts(Optional.of(named(name).name()), all);
    }

    /** With this context, in the place of one of its name or else last; the first one becomes the current one. */
    Contexts with(Context added) {
        var contexts = new ArrayList<Context>();
        boolean replaced = false;
        for (var context : all) {
            boolean same = context.name().equals(added.name());
            contexts.add(same ? added : context);
            replaced |= same;
        }
        if (!replaced) {
            contexts.add(added);
        }
        return new Contexts(all.isEmpty() ? Optional.of(added.name()) : current, contexts);
    }

    Contexts without(String name) {
        var contexts = new ArrayList<>(all);
        contexts.remove(named(name));
        boolean wasCurrent = current.isPresent() && current.get().equals(name);
        return new Contexts(wasCurrent ? Optional.empty() : current, contexts);
    }

    Contexts renamed(String oldName, String newName) {
        var contexts = new ArrayList<>(all);
        var context = named(oldName);
        contexts.set(contexts.indexOf(context), context.named(newName));
        boolean wasCurrent = current.isPresent() && current.get().equals(oldName);
        return new Contexts(wasCurrent ? Optional.of(newName) : current, contexts);
    }
}
