package dev.gregor.cli.log;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * One thing that is wrong in a file.
 *
 * @param position where in the file; empty when it is the file as a whole
 * @param offset   of the record or batch that is concerned, if one is
 * @param what     what is wrong
 * @param atStart  what a broker does about it when it starts
 */
record Damage(Path file, OptionalLong position, OptionalLong offset, String what, String atStart) {
    static Damage at(Path file, long position, long offset, String what, String atStart) {
        return new Damage(file, OptionalLong.of(position), OptionalLong.of(offset), what, atStart);
    }

    static Damage of(Path file, String what, String atStart) {
        return new Damage(file, OptionalLong.empty(), OptionalLong.empty(), what, atStart);
    }

    @Override
    public String toString() {
        return file + (position.isPresent() ? " at " + position.getAsLong() : "")
                + (offset.isPresent() ? " (offset " + offset.getAsLong() + ")" : "") + ": " + what;
    }
}
