package dev.gregor.cli.grouptool;

import dev.gregor.cli.dropin.OptionException;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.util.List;

/** What the options of the group tools ask of one another, in Kafka's words. */
public final class OptionRules {
    private final ParsedOptions options;

    /** Of a line's options. */
    public OptionRules(ParsedOptions options) {
        this.options = options;
    }

    /** Refuses options that may only stand beside one of {@code actions}, as jopt-simple does before anything else. */
    public void onlyBeside(List<String> guarded, List<String> actions) {
        for (var action : actions) {
            if (options.has(action)) {
                return;
            }
        }
        for (var option : guarded) {
            if (options.has(option)) {
                throw new OptionException(
                        "Option(s) [" + option + "] are unavailable given other options on the command line");
            }
        }
    }

    /** Refuses a line without the option. */
    public void require(String option) {
        if (!options.has(option)) {
            throw new UsageException("Missing required argument \"[" + option + "]\"");
        }
    }

    /** Refuses {@code action} without any of the others. */
    public void takesOneOf(String action, List<String> others) {
        if (!hasAny(others)) {
            throw new UsageException("Option [" + action + "] takes one of these options: " + bracketed(others));
        }
    }

    /** Refuses {@code action} with more than one of the others. */
    public void takesAtMostOneOf(String action, List<String> others) {
        int given = 0;
        for (var other : others) {
            given += options.has(other) ? 1 : 0;
        }
        if (given > 1) {
            throw new UsageException(
                    "Option [" + action + "] takes at most one of these options: " + bracketed(others));
        }
    }

    /** Refuses a value of {@code --state}, which only {@code --list} takes. */
    public void stateWithoutValue() {
        if (options.has("state") && options.value("state").isPresent()) {
            throw new UsageException("Option [describe] does not take a value for [state]");
        }
    }

    /** Refuses each of {@code others} beside {@code option}. */
    public void notWith(String option, List<String> others) {
        if (!options.has(option)) {
            return;
        }
        for (var other : others) {
            if (!other.equals(option) && options.has(other)) {
                throw new UsageException("Option \"[" + option + "]\" can't be used with option \"[" + other + "]\"");
            }
        }
    }

    /** Whether one of these options is there, or more. */
    public boolean hasAny(List<String> names) {
        for (var name : names) {
            if (options.has(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether exactly one of these options is there. */
    public boolean hasOneOf(List<String> actions) {
        int given = 0;
        for (var action : actions) {
            given += options.has(action) ? 1 : 0;
        }
        return given == 1;
    }

    /** {@code [a], [b]}. */
    public static String bracketed(List<String> names) {
        return "[" + String.join("], [", names) + "]";
    }
}
