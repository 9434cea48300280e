package dev.gregor.cli.names;

import java.util.Optional;

/**
 * The name someone meant: the one with the fewest letters changed, added, left out or swapped, if they are few enough. The rest
 * of a longer name may be missing: {@code --boostrap} is near {@code --bootstrap-server}.
 */
public final class Nearest {
    private static final int LETTERS_PER_SLIP = 3;
    /** Shorter ones begin like too much. */
    private static final int LEAST_BEGINNING = 5;

    private Nearest() {}

    /** The nearest of the candidates; empty when none is near. */
    public static Optional<String> to(String typed, Iterable<String> candidates) {
        int most = Math.max(1, typed.length() / LETTERS_PER_SLIP);
        int best = most + 1;
        Optional<String> nearest = Optional.empty();
        for (var candidate : candidates) {
            int distance = distance(typed, candidate);
            if (distance < best) {
                best = distance;
                nearest = Optional.of(candidate);
            }
        }
        return nearest.isPresent() ? nearest : byBeginning(typed, candidates, most);
    }

    private static Optional<String> byBeginning(String typed, Iterable<String> candidates, int most) {
        int best = most + 1;
        Optional<String> nearest = Optional.empty();
        for (var candidate : candidates) {
            int until = Math.min(candidate.length(), typed.length() + 1);
            int distance = Math.min(
                    distance(typed, candidate.substring(0, until)),
                    distance(typed, candidate.substring(0, Math.max(0, until - 1))));
            if (typed.length() >= LEAST_BEGINNING && distance < best) {
                best = distance;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    /** Damerau and Levenshtein's distance, neighbours swapped counting once. */
    static int distance(String left, String right) {
        var rows = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, left, right, i, j);
            }
        }
        return rows[left.length()][right.length()];
    }

    private static int step(int[][] rows, String left, String right, int i, int j) {
        int same = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int least = Math.min(rows[i - 1][j - 1] + same, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
