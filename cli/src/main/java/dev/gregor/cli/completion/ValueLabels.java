package dev.gregor.cli.completion;

import dev.gregor.cli.completion.Values.OfEntity.Part;
import dev.gregor.cli.completion.Values.Suffix;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** What the label of a value in {@code gregor}'s help ({@code TOPIC}, {@code KEY=VALUE}) says about its candidates. */
final class ValueLabels {
    private ValueLabels() {}

    static Values of(CommandSpec command, String label) {
        var bare = label.toUpperCase(Locale.ROOT).replaceAll("[\\[\\]<>.…]", "");
        var first = bare.split("[=:, |]", 2)[0];
        boolean several = bare.startsWith(first + ",");
        return switch (first) {
            case "TOPIC", "TOPICS", "REGEX", "GLOB" ->
                names(nounIs(command, "group") && !first.startsWith("T") ? NameKind.GROUP : NameKind.TOPIC, several);
            case "GROUP", "GROUPS" -> names(NameKind.GROUP, several);
            case "BROKER", "BROKERS", "BROKER-ID", "NODE" -> names(NameKind.BROKER, several);
            case "HOST" -> names(NameKind.ADDRESS, true);
            case "KEY", "CONFIG" -> keys(command, bare.contains("="));
            case "NAME" -> named(command);
            case "CONTEXT" -> new Values.Contexts();
            case "FILE", "FILES", "DIR", "FOLDER", "PATH", "SEGMENT" -> new Values.Files();
            default -> new Values.Anything();
        };
    }

    private static Values named(CommandSpec command) {
        if (nounIs(command, "config")) {
            return new Values.OfEntity(Part.names, Suffix.none);
        }
        return nounIs(command, "context") && !command.name().equals("add")
                ? new Values.Contexts()
                : new Values.Anything();
    }

    private static Values names(NameKind kind, boolean several) {
        return new Values.Live(kind, several ? Suffix.comma : Suffix.none);
    }

    private static Values keys(CommandSpec command, boolean withValue) {
        var suffix = withValue ? Suffix.equals : Suffix.none;
        if (nounIs(command, "config")) {
            return new Values.OfEntity(Part.configs, suffix);
        }
        if (nounIs(command, "topic")) {
            return new Values.Live(NameKind.TOPIC_CONFIG, suffix);
        }
        if (nounIs(command, "broker") || nounIs(command, "cluster")) {
            return new Values.Live(NameKind.BROKER_CONFIG, suffix);
        }
        return new Values.Anything();
    }

    private static boolean nounIs(CommandSpec command, String noun) {
        return (command.qualifiedName(" ") + " ").startsWith("gregor " + noun + " ");
    }
}
