package dev.gregor.cli.dropin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options of one drop-in, declared in the order of its help. {@code --help} and {@code --version} are in every table. */
public final class OptionTable {
    /**
     * One option.
     *
     * @param name      without dashes
     * @param valueName what its value is called in the help; empty for a flag, which takes none
     * @param valueOptional whether it may stand without its value
     * @param numeric       whether its optional value is a number: then no other word is taken for it, and a negative one is
     */
    public record Option(
            String name, Optional<String> valueName, boolean valueOptional, boolean numeric, String description) {
        boolean isFlag() {
            return valueName.isEmpty();
        }
    }

    private final String program;
    private final String description;
    private final String whenEmpty;
    private final List<Option> options = new ArrayList<>();

    /**
     * A table with {@code --help} and {@code --version} in it.
     *
     * @param program     as in {@code bin/}, with {@code .sh}
     * @param description what {@code --help} says first, Kafka's sentence
     */
    public OptionTable(String program, String description) {
        this(program, description, description);
    }

    /** As above, for a program that says something else when called without any argument. */
    public OptionTable(String program, String description, String whenEmpty) {
        this.program = program;
        this.description = description;
        this.whenEmpty = whenEmpty;
        flag("help", "Print usage information.");
        flag("version", "Display the version.");
    }

    /** Adds an option without a value. */
    public OptionTable flag(String name, String help) {
        options.add(new Option(name, Optional.empty(), false, false, help));
        return this;
    }

    /** Adds an option that needs a value; it may be given several times. */
    public OptionTable value(String name, String valueName, String help) {
        options.add(new Option(name, Optional.of(valueName), false, false, help));
        return this;
    }

    /** Adds an option that may stand with or without a value. */
    public OptionTable optionalValue(String name, String valueName, String help) {
        options.add(new Option(name, Optional.of(valueName), true, false, help));
        return this;
    }

    /** Adds an option that may stand with or without a number. */
    public OptionTable optionalNumber(String name, String valueName, String help) {
        options.add(new Option(name, Optional.of(valueName), true, true, help));
        return this;
    }

    /** As in {@code bin/}. */
    public String program() {
        return program;
    }

    /** What {@code --help} says first. */
    public String description() {
        return description;
    }

    /** What a call without arguments says first. */
    public String whenEmpty() {
        return whenEmpty;
    }

    /** In the order of their declaration. */
    public List<Option> options() {
        return List.copyOf(options);
    }

    Optional<Option> named(String name) {
        for (var option : options) {
            if (option.name().equals(name)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads a line as jopt-simple does.
     *
     * @throws OptionException with jopt-simple's message, for an unknown option or a missing value
     */
    public ParsedOptions parse(String[] arguments) {
        var line = new OptionLine(this);
        for (int i = 0; i < arguments.length; ) {
            i = line.read(arguments, i);
        }
        return line.parsed();
    }
}
