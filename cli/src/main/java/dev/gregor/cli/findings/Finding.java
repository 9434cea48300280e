package dev.gregor.cli.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something wrong, or soon to be.
 *
 * @param code    a stable name of this kind of thing, for scripts: {@code no-leader}
 * @param subject what it is about: {@code topic orders}, {@code broker 2}
 * @param problem one sentence without a full stop
 * @param remedy  the command or the step that mends it; empty when there is none
 */
public record Finding(Weight weight, String code, String subject, String problem, String remedy) {
    private static final Comparator<Finding> BY_WEIGHT = Comparator.comparing(Finding::weight)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::code);

    /** The heaviest first, the same weight by subject. */
    public static List<Finding> sorted(List<Finding> findings) {
        var sorted = new ArrayList<>(findings);
        sorted.sort(BY_WEIGHT);
        return List.copyOf(sorted);
    }

    static Finding error(String code, String subject, String problem, String remedy) {
        return new Finding(Weight.ERROR, code, subject, problem, remedy);
    }

    static Finding warning(String code, String subject, String problem, String remedy) {
        return new Finding(Weight.WARNING, code, subject, problem, remedy);
    }

    static Finding note(String code, String subject, String problem, String remedy) {
        return new Finding(Weight.NOTE, code, subject, problem, remedy);
    }
}
