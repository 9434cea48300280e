package dev.gregor.cli.completion;

import java.util.List;

/** Makes the script of a shell. */
public final class CompletionScript {
    /** The shells a script is made for. */
    public enum Shell {
        bash,
        zsh,
        fish
    }

    private CompletionScript() {}

    /** The script that completes these commands. */
    public static String of(Shell shell, List<CompletionNode> nodes) {
        return switch (shell) {
            case bash -> BashScript.of(nodes);
            case zsh -> ZshScript.of(nodes);
            case fish -> FishScript.of(nodes);
        };
    }
}
