package dev.gregor.cli.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was on the command line, by the options' names without dashes; values are of the types their table asks for. */
public final class ParsedArguments {
    private final String command;
    private final Map<String, List<String>> values;

    ParsedArguments(String command, Map<String, List<String>> values) {
        this.command = command;
        this.values = values;
    }

    /** The sub-command, in full also where the line abbreviates it; empty for a tool without. */
    public String command() {
        return command;
    }

    /** Whether the option was given, or has a default. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** All values of an option that may be given several times or takes many. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The value, which is the last one given; empty when it was not given and has no default. */
    public Optional<String> value(String name) {
        var given = all(name);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    /** The value of a required option. */
    public String required(String name) {
        return value(name).orElseThrow();
    }

    /** The value as a whole number. */
    public Optional<Integer> integer(String name) {
        var given = value(name);
        return given.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(given.get()));
    }

    /** The value as a whole number of 64 bits. */
    public Optional<Long> longInteger(String name) {
        var given = value(name);
        return given.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(given.get()));
    }

    /** The value as a decimal number. */
    public Optional<Double> decimal(String name) {
        var given = value(name);
        return given.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(given.get()));
    }
}
