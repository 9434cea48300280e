package dev.gregor.cli.examples;

import dev.gregor.cli.GregorProgram;
import dev.gregor.cli.Session;
import dev.gregor.cli.Streams;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A process whose folder and environment are those of a user: runs the lines it is sent, each as a process would. A request
 * is the words, NUL between them, in Base64; the answer is the exit code, stdout and stderr, in Base64 too.
 */
public final class LineServer {
    private static final int TIMED_OUT = 124;
    private static final long AT_MOST_MS = 30_000;

    private LineServer() {}

    /** Until stdin ends. */
    public static void main(String[] arguments) throws Exception {
        var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        var answers = System.out;
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        for (var request = requests.readLine(); request != null; request = requests.readLine()) {
            var words = new String(Base64.getDecoder().decode(request), StandardCharsets.UTF_8).split("\0");
            answers.println(run(words));
        }
    }

    private static String run(String[] words) throws InterruptedException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var exitCode = new int[] {TIMED_OUT};
        var thread = new Thread(() -> {
            try (var session = Session.ofProcess();
                    var stdout = new PrintStream(out, false, StandardCharsets.UTF_8);
                    var stderr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
                var streams = new Streams(InputStream.nullInputStream(), stdout, stderr);
                exitCode[0] = GregorProgram.run(session, streams, words);
            }
        });
        thread.setDaemon(true);
        thread.start();
        thread.join(AT_MOST_MS);
        var base64 = Base64.getEncoder();
        return exitCode[0] + " " + base64.encodeToString(out.toByteArray()) + " "
                + base64.encodeToString(err.toByteArray());
    }
}
