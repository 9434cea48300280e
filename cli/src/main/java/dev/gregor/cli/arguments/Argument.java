package dev.gregor.cli.arguments;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One option of a tool: {@code --name value}, {@code --name=value}, or {@code --name} alone.
 *
 * @param flags       as on the line, dashes included; the first long one names it in {@link ParsedArguments}
 * @param valueName   what its value is called in the help; made of its name when empty
 * @param defaultText the value it has when it is not given
 */
public record Argument(
        List<String> flags,
        Kind kind,
        Type type,
        Optional<String> valueName,
        Optional<String> defaultText,
        boolean isRequired,
        String help) {
    /** What an option does with the words after it. */
    public enum Kind {
        /** Takes none. */
        FLAG,
        /** Takes one; given again, the last one counts. */
        ONE,
        /** Takes one each time it is given. */
        EACH,
        /** Takes all words up to the next option, at least one; given again, the last list counts. */
        MANY,
        /** Takes none, and ends the line with the help. */
        HELP,
        /** Takes none, and ends the line with the version. */
        VERSION
    }

    /** What a value must be; the names are those of argparse4j's messages. */
    public enum Type {
        /** Any text. */
        STRING,
        /** A whole number of 16 bits. */
        SHORT,
        /** A whole number of 32 bits. */
        INTEGER,
        /** A whole number of 64 bits. */
        LONG,
        /** A decimal number. */
        DOUBLE;

        /** The Java class that the message names. */
        String label() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }

        /**
         * Checks that a value is of this type.
         *
         * @throws NumberFormatException when it is not
         */
        void check(String value) {
            switch (this) {
                case STRING -> {}
                case SHORT -> Short.parseShort(value);
                case INTEGER -> Integer.parseInt(value);
                case LONG -> Long.parseLong(value);
                case DOUBLE -> Double.parseDouble(value);
            }
        }
    }

    public Argument {
        flags = List.copyOf(flags);
    }

    /** An option without a value. */
    public static Argument flag(String help, String... flags) {
        return of(Kind.FLAG, help, flags).byDefault("false");
    }

    /** An option with one value. */
    public static Argument value(String help, String... flags) {
        return of(Kind.ONE, help, flags);
    }

    /** An option with one value, which may be given several times. */
    public static Argument each(String help, String... flags) {
        return of(Kind.EACH, help, flags);
    }

    /** An option with at least one value, up to the next option. */
    public static Argument many(String help, String... flags) {
        return of(Kind.MANY, help, flags);
    }

    /** An option that prints the version and ends. */
    public static Argument version(String help, String... flags) {
        return of(Kind.VERSION, help, flags);
    }

    static Argument ofHelp() {
        return of(Kind.HELP, "show this help message and exit", "-h", "--help");
    }

    private static Argument of(Kind kind, String help, String... flags) {
        return new Argument(List.of(flags), kind, Type.STRING, Optional.empty(), Optional.empty(), false, help);
    }

    /** The same with values of this type. */
    public Argument as(Type type) {
        return new Argument(flags, kind, type, valueName, defaultText, isRequired, help);
    }

    /** The same with a value that the help calls so. */
    public Argument named(String valueName) {
        return new Argument(flags, kind, type, Optional.of(valueName), defaultText, isRequired, help);
    }

    /** The same with a value for when it is not given. */
    public Argument byDefault(String value) {
        return new Argument(flags, kind, type, valueName, Optional.of(value), isRequired, help);
    }

    /** The same, not to be left out. */
    public Argument asRequired() {
        return new Argument(flags, kind, type, valueName, defaultText, true, help);
    }

    boolean takesValue() {
        return kind == Kind.ONE || kind == Kind.EACH || kind == Kind.MANY;
    }

    /** The first long flag, else the first, without dashes. */
    String name() {
        for (var flag : flags) {
            if (flag.startsWith("--")) {
                return flag.substring(2);
            }
        }
        return flags.get(0).substring(1);
    }

    /** As messages name it. */
    String label() {
        return String.join("/", flags);
    }

    /** Its value in usage and help; nothing for one without. */
    String valueText() {
        if (!takesValue()) {
            return "";
        }
        var value = valueName.orElseGet(() -> name().replace('-', '_').toUpperCase(Locale.ROOT));
        return kind == Kind.MANY ? value + " [" + value + " ...]" : value;
    }

    /** Its flag and value, as in a usage line. */
    String syntax() {
        return takesValue() ? flags.get(0) + " " + valueText() : flags.get(0);
    }
}
