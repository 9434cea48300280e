package dev.gregor.cli.safety;

import java.util.List;

/** How far a command that changes something goes. */
public sealed interface Rails {
    /** Shows, asks, changes: the usual way. */
    record Ask() implements Rails {}

    /** Hands its changes over and makes none: someone gathers those of several commands. */
    record Gather(List<Change> changes) implements Rails {}

    /** Makes its changes: they were shown and agreed to before, and whoever did keeps the undo file. */
    record Agreed(List<Outcome> outcomes) implements Rails {}
}
