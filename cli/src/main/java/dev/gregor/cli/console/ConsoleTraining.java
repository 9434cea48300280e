package dev.gregor.cli.console;

import dev.gregor.cli.ConnectionOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jline.terminal.TerminalBuilder;

/** Takes a console through its paths, so that the build sees which classes it loads. Nobody sits there: keys come from here. */
public final class ConsoleTraining {
    private static final String KEYS = "topic des\t\thelp use\rtopic list\rtopic list | cat\rhistory\r\u0004";

    /** What only a terminal of the system needs; loaded, not used. */
    private static final List<String> OF_SYSTEM_TERMINALS = List.of(
            "org.jline.terminal.impl.PosixSysTerminal",
            "org.jline.terminal.impl.jni.JniTerminalProvider",
            "org.jline.terminal.impl.jni.JniNativePty",
            "org.jline.terminal.impl.jni.linux.LinuxNativePty",
            "org.jline.nativ.JLineNativeLoader",
            "org.jline.nativ.CLibrary",
            "org.jline.utils.Signals",
            "org.jline.utils.NonBlockingInputStreamImpl",
            "org.jline.builtins.Less",
            "dev.gregor.cli.console.WatchView");

    private ConsoleTraining() {}

    /** Plays one session against the cluster at this address. */
    public static void run(String address) throws IOException, InterruptedException {
        var home = Files.createTempDirectory("gregor-training-");
        var keys = new ByteArrayInputStream(KEYS.getBytes(StandardCharsets.UTF_8));
        var cluster = new ConnectionOptions();
        cluster.adopt(List.of("--bootstrap-server", address));
        try (var terminal = TerminalBuilder.builder()
                        .system(false)
                        .streams(keys, OutputStream.nullOutputStream())
                        .type("xterm-256color")
                        .build();
                var console = new Console(terminal, Map.of("GREGOR_HOME", home.toString()), cluster)) {
            console.run();
        } finally {
            Files.deleteIfExists(home.resolve("history"));
            Files.deleteIfExists(home);
        }
        for (var name : OF_SYSTEM_TERMINALS) {
            try {
                Class.forName(name, false, ConsoleTraining.class.getClassLoader());
            } catch (ClassNotFoundException elsewhere) {
                // Another system's, or another version's.
            }
        }
    }
}
