package dev.gregor.cli.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names that a mistyped one is near to, by argparse4j's measure: a letter more costs 1, another letter 2, a letter less 4,
 * two letters swapped nothing. Names of one letter are near to nothing.
 */
final class NearWords {
    private static final int SUBSTITUTED = 2;
    private static final int DELETED = 4;
    private static final int TOO_FAR = 7;

    private NearWords() {}

    /** Those that begin with the word, sorted. */
    static List<String> startingWith(List<String> names, String word) {
        var found = new ArrayList<String>();
        for (var name : names) {
            if (name.startsWith(word)) {
                found.add(name);
            }
        }
        found.sort(null);
        return found;
    }

    /** The lines argparse4j adds to an error; nothing when no name is near. Names may have dashes, the word has none. */
    static String hint(String word, List<String> names) {
        var byDistance = new TreeMap<Integer, TreeSet<String>>();
        for (var name : names) {
            var body = name.startsWith("--") ? name.substring(2) : name.startsWith("-") ? name.substring(1) : name;
            if (body.length() > 1 || body.equals(name)) {
                int distance = body.startsWith(word) ? 0 : distance(word, body);
                byDistance.computeIfAbsent(distance, first -> new TreeSet<>()).add(name);
            }
        }
        if (byDistance.isEmpty() || byDistance.firstKey() >= TOO_FAR) {
            return "";
        }
        return "\nDid you mean:\n\t"
                + String.join("\n\t", byDistance.firstEntry().getValue()) + "\n";
    }

    private static int distance(String from, String to) {
        var costs = new int[from.length() + 1][to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            costs[0][j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            // Kafka's argparse4j counts leading letters that are too many as 1 each, not as deleted.
            costs[i][0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                int cost = costs[i - 1][j - 1] + (same ? 0 : SUBSTITUTED);
                if (i > 1 && j > 1 && !same && isSwapped(from, i, to, j)) {
                    cost = Math.min(cost, costs[i - 2][j - 2]);
                }
                costs[i][j] = Math.min(cost, Math.min(costs[i - 1][j] + DELETED, costs[i][j - 1] + 1));
            }
        }
        return costs[from.length()][to.length()];
    }

    private static boolean isSwapped(String from, int i, String to, int j) {
        return from.charAt(i - 2) == to.charAt(j - 1) && from.charAt(i - 1) == to.charAt(j - 2);
    }
}
