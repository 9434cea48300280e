package dev.gregor.cli.safety;

import java.util.List;

/**
 * One thing about to change.
 *
 * @param what the thing, as a person names it: {@code topic orders: retention.ms}
 * @param from what it is now; {@link #NOTHING} where there is none yet
 * @param to   what it will be; {@link #NOTHING} where it goes away
 * @param undo the words of the {@code gregor} line that takes it back (without {@code gregor} and {@code --yes}); empty
 *             where nothing can
 */
public record Change(String what, String from, String to, List<String> undo) {
    /** What stands where there is nothing. */
    public static final String NOTHING = "-";

    public Change {
        undo = List.copyOf(undo);
    }

    /** From one value to another. */
    public static Change of(String what, String from, String to) {
        return new Change(what, from, to, List.of());
    }

    /** Something new. */
    public static Change added(String what, String to) {
        return of(what, NOTHING, to);
    }

    /** Something that goes away. */
    public static Change removed(String what, String from) {
        return of(what, from, NOTHING);
    }

    /** The same, taken back by this line: {@code undoneBy("topic", "delete", "orders")}. */
    public Change undoneBy(String... words) {
        return new Change(what, from, to, List.of(words));
    }

    /** The same, taken back by this line. */
    public Change undoneBy(List<String> words) {
        return new Change(what, from, to, words);
    }

    /** Whether a line can take it back. */
    public boolean isUndoable() {
        return !undo.isEmpty();
    }
}
