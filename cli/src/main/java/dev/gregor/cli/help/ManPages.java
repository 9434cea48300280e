package dev.gregor.cli.help;

import dev.gregor.cli.help.CommandPage.Option;
import dev.gregor.protocol.Version;
import java.util.List;
import java.util.Locale;

/** The reference as man pages: {@code gregor(1)}, and one for each noun with its verbs. */
final class ManPages {
    private ManPages() {}

    static String ofGregor(List<CommandPage> commands) {
        var page = head("gregor", "runs and looks after Kafka clusters");
        page.append(".SH SYNOPSIS\n.B gregor\n.I NOUN VERB\n[\\fIOPTION\\fR]...\n.SH COMMANDS\n");
        for (var command : commands) {
            if (!command.words().isEmpty()) {
                page.append(".TP\n.B ").append(text(command.title())).append('\n');
                page.append(text(command.description())).append('\n');
            }
        }
        page.append(
                        ".SH EXIT STATUS\n0 done, 1 failed or one of many did, 2 the line could not be understood, 3 differs")
                .append(" or not done yet, 4 the cluster could not be reached or did not answer in time.\n");
        page.append(
                        ".SH ENVIRONMENT\n.TP\n.B GREGOR_CONTEXT, GREGOR_BOOTSTRAP_SERVER\nThe cluster that is meant where a")
                .append(" line does not say.\n.TP\n.B GREGOR_CONFIG\nThe file of contexts, else")
                .append(" ~/.config/gregor/contexts.json.\n.TP\n.B NO_COLOR\nNo colours.\n");
        return page.toString();
    }

    /** A noun and its verbs. */
    static String of(List<CommandPage> pages) {
        var noun = pages.get(0);
        var page = head("gregor-" + noun.noun(), noun.description());
        for (var command : pages) {
            page.append(".SH ")
                    .append(text(command.title().toUpperCase(Locale.ROOT)))
                    .append('\n');
            page.append(".B ").append(text(command.synopsis())).append("\n.PP\n");
            page.append(text(command.description())).append('\n');
            if (command.verbs().isEmpty()) {
                details(page, command);
            }
        }
        return page.append(".SH SEE ALSO\n.BR gregor (1)\n").toString();
    }

    private static void details(StringBuilder page, CommandPage command) {
        for (var argument : command.arguments()) {
            page.append(".TP\n.I ").append(text(argument.name())).append('\n');
            page.append(text(argument.description())).append('\n');
        }
        for (var option : command.options()) {
            page.append(".TP\n").append(names(option)).append('\n');
            page.append(text(option.description())).append('\n');
        }
        if (!command.examples().isEmpty()) {
            page.append(".SS Examples\n.nf\n");
            command.examples()
                    .forEach(example -> page.append(text(example.line())).append('\n'));
            page.append(".fi\n");
        }
        page.append(".SS Exit status\n");
        command.exitCodes()
                .forEach((code, meaning) -> page.append(".TP\n.B ")
                        .append(code)
                        .append('\n')
                        .append(text(meaning))
                        .append('\n'));
    }

    private static StringBuilder head(String name, String description) {
        return new StringBuilder(".\\\" Made by 'gregor help --write .'; changes belong in the commands.\n")
                .append(".TH ")
                .append(text(name.toUpperCase(Locale.ROOT)))
                .append(" 1 \"\" \"Gregor ")
                .append(Version.TEXT)
                .append("\"\n.SH NAME\n")
                .append(text(name))
                .append(" \\- ")
                .append(text(description))
                .append('\n');
    }

    private static String names(Option option) {
        var names = new StringBuilder();
        for (var name : option.names()) {
            names.append(names.isEmpty() ? "" : ", ")
                    .append("\\fB")
                    .append(text(name))
                    .append("\\fR");
        }
        option.value()
                .ifPresent(value -> names.append(" \\fI").append(text(value)).append("\\fR"));
        return names.toString();
    }

    /** Roff reads backslashes, and dots and quotes at a line's start. */
    private static String text(String text) {
        var escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", "\n\\&");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
