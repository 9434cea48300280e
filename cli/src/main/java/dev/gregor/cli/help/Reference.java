package dev.gregor.cli.help;

import dev.gregor.cli.arguments.ArgumentTable;
import dev.gregor.cli.dropin.OptionTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;

/** All that the commands say about themselves: {@code gregor} and the drop-ins. */
public final class Reference {
    private final List<CommandPage> commands;
    private final List<ToolPage> tools;

    private Reference(List<CommandPage> commands, List<ToolPage> tools) {
        this.commands = commands;
        this.tools = tools;
    }

    /**
     * Of these models.
     *
     * @param options   the drop-ins that read their lines as jopt-simple does
     * @param arguments those that do as argparse4j does, by their names in {@code bin/}
     */
    public static Reference of(CommandLine gregor, List<OptionTable> options, Map<String, ArgumentTable> arguments) {
        var tools = new ArrayList<ToolPage>();
        options.forEach(table -> tools.add(ToolPage.of(table)));
        arguments.forEach((program, table) -> tools.add(ToolPage.of(program, table)));
        tools.sort(Comparator.comparing(ToolPage::program));
        return new Reference(CommandPages.of(gregor), tools);
    }

    /** As JSON: {@code commands} and {@code tools}. */
    public void printJson(PrintWriter out) {
        ReferenceJson.print(out, commands, tools);
    }

    /** The pages that are made of it, by their paths below the checkout: {@code docs/cli/*.md} and {@code man/*.1}. */
    public SortedMap<String, String> files() {
        var files = new TreeMap<String, String>();
        files.put("docs/cli/README.md", MarkdownPages.index(commands, tools));
        files.put("docs/cli/kafka-tools.md", MarkdownPages.ofTools(tools));
        for (var noun : nouns()) {
            var pages = pagesOf(noun);
            files.put("docs/cli/" + noun + ".md", MarkdownPages.of(pages));
            files.put("man/gregor-" + noun + ".1", ManPages.of(pages));
        }
        files.put("man/gregor.1", ManPages.ofGregor(commands));
        return files;
    }

    private List<String> nouns() {
        var nouns = new ArrayList<String>();
        for (var page : commands) {
            if (!page.noun().isEmpty() && !nouns.contains(page.noun())) {
                nouns.add(page.noun());
            }
        }
        return nouns;
    }

    private List<CommandPage> pagesOf(String noun) {
        var pages = new ArrayList<CommandPage>();
        for (var page : commands) {
            if (page.noun().equals(noun)) {
                pages.add(page);
            }
        }
        return pages;
    }
}
