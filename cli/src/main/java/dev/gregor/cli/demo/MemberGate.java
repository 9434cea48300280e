package dev.gregor.cli.demo;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** Holds the members back until each has partitions, so that the group really shares the work. Thread-safe. */
final class MemberGate {
    private final AtomicIntegerArray partitions;

    MemberGate(int members) {
        partitions = new AtomicIntegerArray(members);
    }

    void assigned(int member, int count) {
        partitions.set(member, count);
    }

    boolean isOpen() {
        for (int i = 0; i < partitions.length(); i++) {
            if (partitions.get(i) == 0) {
                return false;
            }
        }
        return true;
    }
}
