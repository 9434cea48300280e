package dev.gregor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that ends by itself, with the time it took as bash's {@code time} has it: that is getrusage of the finished child
 * and its children, exact to the millisecond, where /proc counts in ticks.
 */
record TimedCommand(double seconds, double cpuSeconds, String output) {
    private static final String SCRIPT =
            "TIMEFORMAT='%3R %3U %3S'; in=$1 out=$2 times=$3; shift 3; { time \"$@\" < \"$in\" > \"$out\" 2>&1; } 2> \"$times\"";

    static TimedCommand run(List<String> command, String stdin, WorkFolder folder, JavaHome java)
            throws IOException, InterruptedException {
        Path in = Files.writeString(folder.file("command.in"), stdin);
        Path out = folder.file("command.out");
        Path times = folder.file("command.times");
        var script = new ArrayList<>(
                List.of("bash", "-c", SCRIPT, "bench", in.toString(), out.toString(), times.toString()));
        script.addAll(command);
        var builder = new ProcessBuilder(script);
        java.applyTo(builder.environment());
        builder.environment().put("LC_ALL", "C.UTF-8");
        int exit = builder.inheritIO().start().waitFor();
        var output = Files.readString(out);
        if (exit != 0) {
            throw new IOException("exit " + exit + " of " + String.join(" ", command) + ":\n" + output);
        }
        return parse(Files.readString(times), output);
    }

    /** @param times "real user system" in seconds */
    static TimedCommand parse(String times, String output) {
        var parts = times.strip().split(" ");
        return new TimedCommand(
                Double.parseDouble(parts[0]), Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]), output);
    }
}
