package dev.gregor.conformance.server;

import dev.gregor.conformance.wire.RawConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.protocol.ApiKeys;

/** A broker's process, ended by its own id only. Its output is in a file of its own. */
public final class RunningServer {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(45);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final short METADATA_VERSION = 12;
    private static final int LOG_TAIL_LINES = 30;

    private final Process process;
    private final Path log;
    private final int port;
    private final Thread killAtExit = new Thread(this::destroyForcibly, "kill server at exit");

    private RunningServer(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(killAtExit);
    }

    static RunningServer launch(List<String> command, Path log, int port) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(log.resolveSibling(".").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            return new RunningServer(process, log, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** All that the process has printed so far. */
    public String output() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Memory of the JVM, and of the script that may have started it, as Linux counts it; 0 elsewhere. */
    public long residentBytes() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .mapToLong(RunningServer::residentBytes)
                .sum();
    }

    private static long residentBytes(ProcessHandle process) {
        try (var status = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException notLinux) {
            return 0;
        }
    }

    /** {@code kill -9} of the JVM and of the script that may have started it. */
    public void kill() {
        destroyForcibly();
        awaitExit(STOPPED_WITHIN);
    }

    /** SIGTERM, then waits for the end. @return the exit code */
    public int stop() {
        process.destroy();
        return awaitExit(STOPPED_WITHIN);
    }

    /** Waits until the process ends by itself. @return the exit code */
    public int awaitExit(Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                var state = tail();
                destroyForcibly();
                throw new AssertionError("Still running after " + within + ":\n" + state);
            }
            Runtime.getRuntime().removeShutdownHook(killAtExit);
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void awaitReady() {
        long deadlineNs = System.nanoTime() + READY_WITHIN.toNanos();
        while (!serves()) {
            if (!process.isAlive()) {
                throw new AssertionError("Ended with " + process.exitValue() + " before it served:\n" + tail());
            }
            if (System.nanoTime() > deadlineNs) {
                destroyForcibly();
                throw new AssertionError("Not ready within " + READY_WITHIN + ":\n" + tail());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** A broker serves when it answers Metadata with itself in it: then it is registered and no longer fenced. */
    private boolean serves() {
        try (var connection = RawConnection.open(port)) {
            var request = new MetadataRequestData().setTopics(List.of()).setAllowAutoTopicCreation(false);
            var response = (MetadataResponseData) connection.exchange(ApiKeys.METADATA, METADATA_VERSION, request);
            return !response.brokers().isEmpty() && response.controllerId() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void destroyForcibly() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
    }

    private String tail() {
        var lines = output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    }
}
