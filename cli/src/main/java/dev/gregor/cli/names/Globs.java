package dev.gregor.cli.names;

import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Names with {@code *} for any letters and {@code ?} for one, as a shell has them. None of these letters is allowed in a
 * topic's name; a group's may hold them, so a name that exists as typed is always that one.
 */
public final class Globs {
    private Globs() {}

    /** Whether the text holds a wildcard. */
    public static boolean isGlob(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Whether the whole name fits the glob. */
    public static boolean matches(String glob, String name) {
        int star = -1;
        int retry = 0;
        int g = 0;
        int n = 0;
        while (n < name.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                retry = n;
            } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == name.charAt(n))) {
                g++;
                n++;
            } else if (star >= 0) {
                g = star + 1;
                n = ++retry;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }

    /** Whether one of the names fits the glob. */
    public static boolean fitsAny(String glob, Iterable<String> names) {
        for (var name : names) {
            if (matches(glob, name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the names and globs mean among the existing names: in the order typed, a glob's sorted, each once.
     *
     * @param kind what is named, for the message: {@code topic}
     * @throws ClusterException when a name does not exist, with the nearest that does, or a glob fits nothing
     */
    public static List<String> expand(String kind, List<String> typed, Iterable<String> existing) {
        var sorted = new ArrayList<String>();
        existing.forEach(sorted::add);
        sorted.sort(null);
        var meant = new LinkedHashSet<String>();
        for (var text : typed) {
            if (sorted.contains(text)) {
                meant.add(text);
            } else {
                boolean fits = false;
                for (var name : sorted) {
                    if (matches(text, name)) {
                        meant.add(name);
                        fits = true;
                    }
                }
                if (!fits) {
                    throw new ClusterException(missing(kind, text, sorted));
                }
            }
        }
        return List.copyOf(meant);
    }

    private static String missing(String kind, String text, List<String> existing) {
        if (isGlob(text)) {
            return "no " + kind + " fits '" + text + "'"
                    + (text.contains(".*") ? "; it is no regular expression: * alone stands for any letters." : ".");
        }
        var nearest = Nearest.to(text, existing);
        return "no " + kind + " '" + text + "'"
                + (nearest.isPresent() ? "; did you mean '" + nearest.get() + "'?" : ".");
    }
}
