package dev.gregor.cli.golden;

import dev.gregor.cli.Main;
import dev.gregor.cli.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Exit;

/**
 * What a tool's user sees: stdout, the first line of stderr, the exit code. Timestamps are masked, and the names of
 * exceptions that are no part of Kafka's public interface.
 */
record ToolRun(String out, String errorLine, int exitCode) {
    private static final Pattern CLIENT_LOG = Pattern.compile("\\(org\\.apache\\.kafka\\.clients\\.[\\w.]+\\)$");

    /** A {@code main}, which may end by {@link Exit}. */
    interface KafkaTool {
        void main(String[] arguments) throws Exception;
    }

    /**
     * Runs Apache Kafka's own tool in this process; its first call of exit counts as its end. All of stderr is the error line,
     * nothing is masked.
     */
    static ToolRun allOfKafka(KafkaTool tool, String[] arguments, String stdin) {
        var out = new Captured();
        var err = new Captured();
        var in = System.in;
        var stdout = System.out;
        var stderr = System.err;
        var exitCode = new int[] {-1};
        System.setIn(stream(stdin));
        System.setOut(out.stream());
        System.setErr(err.stream());
        Exit.Procedure exit = (code, message) -> {
            if (exitCode[0] < 0) {
                exitCode[0] = code;
                out.freeze();
                err.freeze();
            }
            throw new Ended();
        };
        // Their hooks would run at the end of all tests.
        Exit.setShutdownHookAdder((name, runnable) -> {});
        Exit.setHaltProcedure(exit);
        Exit.setExitProcedure(exit);
        try {
            tool.main(arguments);
        } catch (Ended ended) {
            // As it should.
        } catch (Exception uncaught) {
            if (exitCode[0] < 0) {
                err.stream().println("Exception in thread \"main\" " + uncaught); // the JVM's message
                exitCode[0] = 1;
            }
        } finally {
            System.setIn(in);
            System.setOut(stdout);
            System.setErr(stderr);
            Exit.resetExitProcedure();
            Exit.resetHaltProcedure();
            Exit.resetShutdownHookAdder();
        }
        return new ToolRun(out.text(), err.text(), Math.max(0, exitCode[0]));
    }

    static ToolRun ofKafka(String program, String[] arguments, String stdin) {
        var run = KafkaTools.run(program, arguments, stdin);
        return of(run.out(), run.errorLine(), run.exitCode());
    }

    static ToolRun ofGregor(String program, String[] arguments, String stdin) {
        var out = new Captured();
        var err = new Captured();
        var streams = new Streams(stream(stdin), out.stream(), err.stream());
        var stderr = System.err;
        // What kafka-clients logs is seen by a tool's user too.
        System.setErr(err.stream());
        try {
            int exitCode = Main.run(streams, program, arguments);
            return of(out.text(), err.text(), exitCode);
        } finally {
            System.setErr(stderr);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ToolRun of(String out, String err, int exitCode) {
        // What kafka-clients log is theirs; a client that an earlier tool left open in this process may speak, too.
        var firstLine = err.lines()
                .filter(line -> !CLIENT_LOG.matcher(line).find())
                .findFirst()
                .orElse("");
        // A bad config value is refused by Kafka's tool itself, and by the broker when ours is asked: same words, other
        // type.
        var masked = firstLine
                .replaceAll("^Exception in thread \"main\" joptsimple\\.\\w+: ", "") // misuse is said without it
                .replaceAll("^\\[[-0-9 :,]+] (ERROR|WARN) ", "[time] $1 ")
                .replaceAll(
                        "ERROR (?!org\\.apache\\.kafka\\.common\\.errors\\.(?!InvalidConf))[\\w.$]+: ",
                        "ERROR exception: ");
        return new ToolRun(out, masked, exitCode);
    }

    private static final class Ended extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Keeps what is printed, until it is frozen. */
    private static final class Captured {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        private String frozen = "";
        private boolean isFrozen;

        PrintStream stream() {
            return stream;
        }

        void freeze() {
            frozen = bytes.toString(StandardCharsets.UTF_8);
            isFrozen = true;
        }

        String text() {
            stream.flush();
            return isFrozen ? frozen : bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
