package dev.gregor.cli.console;

import dev.gregor.cli.console.ClusterWatch.Reach;
import dev.gregor.cli.context.Context;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** {@code prod [protected] (unreachable)> }: which cluster a line means, how careful commands are with it, whether it answers. */
final class Prompt {
    private final Terminal terminal;
    private final boolean colours;
    private volatile String name = "";
    private volatile Context.Care care = Context.Care.NORMAL;

    Prompt(Terminal terminal, boolean colours) {
        this.terminal = terminal;
        this.colours = colours;
    }

    /** From now on lines mean this cluster. */
    void show(String newName, Context.Care newCare) {
        name = newName;
        care = newCare;
    }

    /** The prompt while the cluster is within reach or not. */
    String text(Reach reach) {
        var text = new AttributedStringBuilder();
        int colour = switch (reach) {
            case REACHABLE -> AttributedStyle.GREEN;
            case UNREACHABLE -> AttributedStyle.RED;
            case CONNECTING -> AttributedStyle.YELLOW;
        };
        text.styled(colours ? AttributedStyle.BOLD.foreground(colour) : AttributedStyle.DEFAULT, name);
        if (care != Context.Care.NORMAL) {
            text.append(" [" + care.text() + "]");
        }
        text.append(
                switch (reach) {
                    case REACHABLE -> "";
                    case UNREACHABLE -> " (unreachable)";
                    case CONNECTING -> " (connecting)";
                });
        return text.append("> ").toAnsi(terminal);
    }
}
