package dev.gregor.cli.console;

import dev.gregor.cli.completion.CompletionNode;

/** What {@code help} says. */
final class ConsoleHelp {
    private static final int NAME_COLUMNS = 12;
    private static final String AFTER = """

            On a line:
              topic list > topics.txt       results into a file (>> appends)
              topic list | grep orders      results through commands of the system
              !date                         a command of the system; ! alone is your shell
              produce orders {"id": 7}      JSON, over several lines if you like, is what
                                            the command reads
            Keys:
              TAB completes commands, options and names of the cluster; Ctrl-R searches
              the history; Ctrl-C cancels a command; Ctrl-D leaves.
            Examples:
              topic describe orders
              watch -n 5 topic list
              help topic create
            """;

    private ConsoleHelp() {}

    static String text(CompletionNode root) {
        var text = new StringBuilder("Commands ('help COMMAND' says more):\n");
        for (var child : root.commands()) {
            text.append("  ").append(child.name());
            text.append(" ".repeat(Math.max(1, NAME_COLUMNS - child.name().length())));
            text.append(child.description()).append('\n');
        }
        return text + AFTER;
    }
}
