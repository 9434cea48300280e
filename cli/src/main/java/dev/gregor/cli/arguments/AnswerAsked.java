package dev.gregor.cli.arguments;

/** Ends the reading of a line that asks for the help or the version; the message is the answer. */
public final class AnswerAsked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean help;

    private AnswerAsked(String answer, boolean help) {
        super(answer, null, false, false);
        this.help = help;
    }

    static AnswerAsked help(ArgumentTable table) {
        return new AnswerAsked(new ArgumentHelp(table).text(), true);
    }

    static AnswerAsked version(String text) {
        return new AnswerAsked(text + "\n", false);
    }

    /** The answer, with its line ends. */
    public String answer() {
        return String.valueOf(getMessage());
    }

    /** Whether it is the help; else it is the version. */
    public boolean isHelp() {
        return help;
    }
}
