package dev.gregor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Linux says of a process in {@code /proc}.
 *
 * @param cpuMs user and system time, its waited-for children included, in steps of a clock tick (10 ms)
 * @param residentKb VmRSS
 * @param peakKb VmHWM
 */
record ProcessUsage(long cpuMs, long residentKb, long peakKb) {
    /** USER_HZ is 100 on every Linux that has a JVM. */
    static final long MS_PER_TICK = 10;

    private static final int UTIME = 11; // counted from the field after the command's name: state is 0
    private static final int CSTIME = 14;

    /** The process and all its living descendants, so that a launcher that stays and one that becomes Java count alike. */
    static ProcessUsage ofTree(ProcessHandle root) throws IOException {
        var sum = of(root.pid());
        for (var child : root.descendants().toList()) {
            try {
                sum = sum.plus(of(child.pid()));
            } catch (IOException gone) { // it ended meanwhile, and is in its parent's children's time
                continue;
            }
        }
        return sum;
    }

    private static ProcessUsage of(long pid) throws IOException {
        var folder = Path.of("/proc", Long.toString(pid));
        var status = Files.readString(folder.resolve("status"));
        return new ProcessUsage(
                cpuMs(Files.readString(folder.resolve("stat"))), kb(status, "VmRSS:"), kb(status, "VmHWM:"));
    }

    /** @param stat the line of {@code /proc/PID/stat}; the command's name in it may hold blanks and parentheses */
    static long cpuMs(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
        long ticks = 0;
        for (int field = UTIME; field <= CSTIME; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks * MS_PER_TICK;
    }

    /** @return the value of a line of {@code /proc/PID/status}, 0 when it has none (a process that is ending) */
    static long kb(String status, String key) {
        return status.lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).replace("kB", "").strip())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private ProcessUsage plus(ProcessUsage other) {
        return new ProcessUsage(cpuMs + other.cpuMs, residentKb + other.residentKb, peakKb + other.peakKb);
    }
}
