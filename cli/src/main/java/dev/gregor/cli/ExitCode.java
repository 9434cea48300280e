package dev.gregor.cli;

/** Exit codes of {@code gregor}; they are part of its interface and never change meaning. */
public final class ExitCode {
    /** All that was asked for is done. */
    public static final int DONE = 0;
    /** It failed, or one of many did. */
    public static final int FAILED = 1;
    /** The command line could not be understood. */
    public static final int USAGE = 2;
    /** What was compared differs, or what was waited for is not done yet. */
    public static final int DIFFERS = 3;
    /** The cluster could not be reached, or did not answer in time. */
    public static final int UNREACHABLE = 4;

    private ExitCode() {}
}
