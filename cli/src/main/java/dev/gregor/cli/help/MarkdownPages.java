package dev.gregor.cli.help;

import dev.gregor.cli.help.CommandPage.Option;
import java.util.ArrayList;
import java.util.List;

/** The reference as Markdown: a page for each noun, one for the drop-ins, and an index. */
final class MarkdownPages {
    private static final String MADE = "<!-- Made by 'gregor help --write .'; changes belong in the commands. -->\n";

    private MarkdownPages() {}

    static String index(List<CommandPage> commands, List<ToolPage> tools) {
        var page = new StringBuilder("# The command line\n").append(MADE);
        page.append("\n`gregor NOUN VERB [OPTION]...`; `gregor help --json` gives all of this as data;")
                .append(" [field names](fields.md) stay as they are.\n");
        page.append("\n| command | |\n| --- | --- |\n");
        for (var command : commands) {
            if (!command.words().isEmpty()) {
                page.append("| [`")
                        .append(command.title())
                        .append("`](")
                        .append(command.noun())
                        .append(".md");
                page.append(command.words().equals(command.noun()) ? "" : "#" + anchor(command))
                        .append(") | ");
                page.append(cell(command.description())).append(" |\n");
            }
        }
        page.append("\n## Which cluster\nOptions of every command that talks to one:\n\n");
        for (var command : commands) {
            var shared = shared(command, true);
            if (!shared.isEmpty()) {
                options(page, shared);
                break;
            }
        }
        page.append("\n## Exit codes\n");
        page.append(
                        "0 done · 1 failed, or one of many did · 2 the line could not be understood · 3 differs, or not done")
                .append(" yet · 4 the cluster could not be reached, or did not answer in time\n");
        page.append("\n## Apache Kafka's tools\n[").append(tools.size()).append(" drop-ins](kafka-tools.md): ");
        var names = new ArrayList<String>();
        tools.forEach(tool -> names.add("`" + tool.program() + "`"));
        return page.append(String.join(", ", names)).append(".\n").toString();
    }

    /** A noun and its verbs. */
    static String of(List<CommandPage> pages) {
        var page = new StringBuilder();
        for (var command : pages) {
            page.append(page.isEmpty() ? "# " : "\n## ").append(command.title()).append('\n');
            page.append(page.indexOf(MADE) < 0 ? MADE : "");
            page.append('\n').append(command.description()).append("\n\n    ").append(command.synopsis());
            page.append('\n');
            if (!command.verbs().isEmpty()) {
                continue;
            }
            if (!command.arguments().isEmpty()) {
                page.append("\n| argument | |\n| --- | --- |\n");
                for (var argument : command.arguments()) {
                    page.append("| `").append(argument.name()).append("` | ");
                    page.append(cell(argument.description())).append(" |\n");
                }
            }
            var own = shared(command, false);
            if (!own.isEmpty()) {
                page.append('\n');
                options(page, own);
            }
            if (!shared(command, true).isEmpty()) {
                page.append("\nAnd those that say [which cluster](README.md#which-cluster).\n");
            }
            if (!command.examples().isEmpty()) {
                page.append("\n```sh\n");
                for (var example : command.examples()) {
                    page.append(example.line());
                    page.append(example.note().isEmpty() ? "" : "  # " + example.note())
                            .append('\n');
                }
                page.append("```\n");
            }
            page.append("\nExit codes: ");
            var codes = new ArrayList<String>();
            command.exitCodes().forEach((code, meaning) -> codes.add(code + " " + meaning));
            page.append(String.join(" · ", codes)).append(".\n");
        }
        return page.toString();
    }

    static String ofTools(List<ToolPage> tools) {
        var page = new StringBuilder("# Apache Kafka's tools\n").append(MADE);
        page.append("\nThe same options, defaults, output and exit codes; what differs on purpose is in")
                .append(" [compatibility](../compatibility.md).\n");
        for (var tool : tools) {
            page.append("\n## ").append(tool.program()).append('\n');
            page.append(cell(tool.description())).append("\n\n| option | |\n| --- | --- |\n");
            for (var option : tool.options()) {
                page.append("| `").append(option.command().isEmpty() ? "" : option.command() + " ");
                page.append(String.join("`, `", option.names()));
                option.value().ifPresent(value -> page.append(' ').append(value));
                page.append("` | ").append(cell(option.description())).append(" |\n");
            }
        }
        return page.toString();
    }

    private static List<Option> shared(CommandPage command, boolean shared) {
        var options = new ArrayList<Option>();
        for (var option : command.options()) {
            if (option.isShared() == shared) {
                options.add(option);
            }
        }
        return options;
    }

    private static void options(StringBuilder page, List<Option> options) {
        page.append("| option | |\n| --- | --- |\n");
        for (var option : options) {
            page.append("| `").append(String.join("`, `", option.names()));
            option.value().ifPresent(value -> page.append(' ').append(value));
            page.append("` | ").append(cell(option.description())).append(" |\n");
        }
    }

    private static String anchor(CommandPage command) {
        return command.title().replace(' ', '-');
    }

    /** A cell of a table is one line, and ends at a bar. */
    private static String cell(String text) {
        return text.replace('\n', ' ').replace("|", "\\|").replace("<", "\\<").strip();
    }
}
