package dev.gregor.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What every measure works with: the two sides, where to put their data, and where samples go.
 *
 * @param parent the folder for data
 * @param logs where the log of a broker is kept when its turn failed
 */
record Lab(Side a, Side b, Path parent, Path logs, PairedSamples samples, LoadShares shares, PrintStream progress) {
    /** Measures one side once, on a folder of its own. */
    @FunctionalInterface
    interface Turn {
        void take(Side side, WorkFolder folder, Recorder recorder) throws IOException, InterruptedException;
    }

    /** Takes the samples of one turn; those of a warm-up are thrown away. */
    @FunctionalInterface
    interface Recorder {
        void record(Figure figure, double value);
    }

    /** A B A B …: {@code warmUps} pairs that do not count, then {@code pairs} that do. */
    void inTurn(String what, int warmUps, int pairs, Turn turn) throws IOException, InterruptedException {
        for (int pair = -warmUps; pair < pairs; pair++) {
            for (var side : new Side[] {a, b}) {
                progress.printf(
                        "%s: %s, %s%n", what, pair < 0 ? "warm-up" : "pair " + (pair + 1) + "/" + pairs, side.name());
                boolean counts = pair >= 0;
                try (var folder = WorkFolder.in(parent)) {
                    try {
                        turn.take(side, folder, (figure, value) -> {
                            if (counts) {
                                samples.add(figure, isA(side), value);
                            }
                        });
                    } catch (IOException failed) {
                        folder.keepLog(logs.resolve("failed " + side.name() + ".log"));
                        throw failed;
                    }
                }
            }
        }
    }

    boolean isA(Side side) {
        return side == a;
    }
}
