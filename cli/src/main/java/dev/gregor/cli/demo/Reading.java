package dev.gregor.cli.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What came back from the broker, compared with what was produced: every line once, and in order within its key. Guarded by its
 * own lock: several members read at once.
 */
final class Reading {
    private static final int EXAMPLES = 3;

    private final KeyedDigests produced;
    private final long lines;
    private final KeyedDigests read = new KeyedDigests(Ledger.KEYS);
    private final BitSet seen;
    private final long[] lastLineOfKey = new long[Ledger.KEYS];
    private final Finding doubled = new Finding("doubled");
    private final Finding outOfOrder = new Finding("out of order within their key");
    private final Finding strangers = new Finding("never produced");
    private long records;
    private long linesSeen;

    Reading(KeyedDigests produced, long lines) {
        this.produced = produced;
        this.lines = lines;
        this.seen = new BitSet(Math.toIntExact(lines));
        Arrays.fill(lastLineOfKey, -1);
    }

    /**
     * Notes one record.
     *
     * @param line the number of the line it was made from
     * @param where for a person, such as {@code demo-3@17}
     */
    synchronized void add(int key, long line, byte[] value, String where) {
        records++;
        if (line < 0 || line >= lines || key < 0 || key >= Ledger.KEYS) {
            strangers.add("line " + line + " at " + where);
            return;
        }
        if (seen.get((int) line)) {
            doubled.add("line " + line + " again at " + where);
            return;
        }
        seen.set((int) line);
        linesSeen++;
        if (line < lastLineOfKey[key]) {
            outOfOrder.add("line " + line + " after line " + lastLineOfKey[key] + " at " + where);
        }
        lastLineOfKey[key] = Math.max(line, lastLineOfKey[key]);
        read.add(key, value);
    }

    synchronized long records() {
        return records;
    }

    /** Returns whether there is nothing left to wait for. */
    synchronized boolean isComplete() {
        return linesSeen == lines;
    }

    /** Returns everything that differs, a line for each kind; empty when all is well. */
    synchronized List<String> differences() {
        var missing = new Finding("missing");
        for (int line = seen.nextClearBit(0); line < lines; line = seen.nextClearBit(line + 1)) {
            missing.add("line " + line);
        }
        var altered = new Finding("keys whose bytes differ");
        if (missing.isNone() && doubled.isNone() && outOfOrder.isNone() && strangers.isNone()) {
            for (int key = 0; key < Ledger.KEYS; key++) {
                if (!produced.agree(read, key)) {
                    altered.add(Ledger.keyName(key) + ", " + produced.count(key) + " records");
                }
            }
        }
        var differences = new ArrayList<String>();
        for (var finding : List.of(missing, doubled, outOfOrder, strangers, altered)) {
            if (!finding.isNone()) {
                differences.add(finding.toString());
            }
        }
        return differences;
    }

    /** One kind of difference: how often, and the first few. */
    private static final class Finding {
        private final String name;
        private final List<String> examples = new ArrayList<>();
        private long count;

        Finding(String name) {
            this.name = name;
        }

        void add(String example) {
            if (count++ < EXAMPLES) {
                examples.add(example);
            }
        }

        boolean isNone() {
            return count == 0;
        }

        @Override
        public String toString() {
            return count + " " + name + ": " + String.join(", ", examples) + (count > EXAMPLES ? ", ..." : "");
        }
    }
}
