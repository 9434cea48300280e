package dev.gregor.cli.findings;

import dev.gregor.cli.output.Row;
import dev.gregor.cli.output.Screen;
import dev.gregor.cli.output.Tone;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Findings for people, two lines each, and for machines, a row each. */
public final class FindingText {
    private static final int WEIGHT_WIDTH = 9;

    private FindingText() {}

    /** Prints weight, subject and problem, and below it how to mend it. */
    public static void print(PrintWriter out, List<Finding> findings, Screen screen) {
        for (var finding : findings) {
            var weight = finding.weight().toString();
            out.println(tone(finding.weight()).paint(weight, screen) + " ".repeat(WEIGHT_WIDTH - weight.length())
                    + finding.subject() + ": " + finding.problem());
            if (!finding.remedy().isEmpty()) {
                out.println(" ".repeat(WEIGHT_WIDTH) + "-> " + finding.remedy());
            }
        }
    }

    /** One row for each. */
    public static List<Row> rows(List<Finding> findings) {
        var rows = new ArrayList<Row>();
        for (var finding : findings) {
            rows.add(new Row()
                    .with("weight", finding.weight().toString(), tone(finding.weight()))
                    .with("code", finding.code())
                    .with("subject", finding.subject())
                    .with("problem", finding.problem())
                    .with("remedy", finding.remedy()));
        }
        return rows;
    }

    private static Tone tone(Weight weight) {
        return switch (weight) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.WARNING;
            case NOTE -> Tone.PLAIN;
        };
    }
}
