package dev.gregor.cli.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints the demo in 80 columns: number, title, what came of it, time. On a terminal a chapter shows its progress while it
 * lasts. Owned by the main thread.
 */
final class Transcript {
    static final int TITLE_WIDTH = 20;
    static final int DETAIL_WIDTH = 43;

    private static final int WIDTH = 79;
    private static final long PROGRESS_NANOS = 100_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private final List<String> below = new ArrayList<>();
    private String head = "";
    private int chapter;
    private long lastProgressNanos;

    Transcript(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void begin(String title) {
        chapter++;
        head = (chapter < 10 ? " " : "") + chapter + "  " + padded(title, TITLE_WIDTH) + "  ";
        show("...");
    }

    /** Shows how far it is; on a terminal only, and not more often than an eye can follow. */
    void progress(long done, long all, String unit) {
        long now = System.nanoTime();
        if (terminal && now - lastProgressNanos > PROGRESS_NANOS) {
            lastProgressNanos = now;
            show((all == 0 ? "" : done * 100 / all + "%, ") + grouped(done) + " " + unit);
        }
    }

    void end(String detail, long nanos) {
        var time = seconds(nanos);
        int gap = Math.max(WIDTH - head.length() - detail.length() - time.length(), 1);
        erase();
        say(head + detail + " ".repeat(gap) + time);
        below.forEach(this::say);
        below.clear();
    }

    void fail() {
        erase();
        say(head + "FAILED");
        below.clear();
    }

    /** A line to print below the chapter's own when it has ended, under its detail. */
    void below(String line) {
        below.add(" ".repeat(TITLE_WIDTH + 6) + line);
    }

    private void show(String detail) {
        if (terminal) {
            erase();
            out.print(head + detail);
            out.flush();
        }
    }

    private void erase() {
        if (terminal) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
        }
    }

    static String seconds(long nanos) {
        long hundredths = (nanos + 5_000_000) / 10_000_000;
        return hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10 + " s";
    }

    /** Returns the number with a comma between thousands. */
    static String grouped(long number) {
        var digits = Long.toString(number);
        var text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** Returns a size as people read it: 0 B, 12 KB, 3.4 MB. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        var units = new String[] {"KB", "MB", "GB", "TB"};
        int unit = 0;
        long unitBytes = 1000;
        while (unit < units.length - 1 && (bytes + unitBytes / 20) / unitBytes >= 1000) {
            unitBytes *= 1000;
            unit++;
        }
        long tenths = (bytes * 10 + unitBytes / 2) / unitBytes;
        var number =
                tenths < 100 ? tenths / 10 + "." + tenths % 10 : Long.toString((bytes + unitBytes / 2) / unitBytes);
        return number + " " + units[unit];
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(width - text.length(), 0));
    }
}
