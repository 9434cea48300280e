package dev.gregor.cli;

/** Completion scripts, made from the commands' own models. */
final class Completion {
    /** The shells a script is made for. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    private Completion() {}

    static String script(Shell shell) {
        return "";
    }
}
