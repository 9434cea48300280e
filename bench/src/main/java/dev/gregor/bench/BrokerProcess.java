package dev.gregor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A broker that was started here, and is ended by its own process handle: at the latest when this JVM ends. */
final class BrokerProcess implements AutoCloseable {
    private static final long STOP_TIMEOUT_S = 120;
    private static final int LOG_LINES_SHOWN = 15;

    private final Side side;
    private final Process process;
    private final Path log;
    private final Ports ports;
    private final double formatCpuSeconds;
    private final long startedNs;
    private final Thread killAtExit;

    private BrokerProcess(Side side, Process process, Path log, Ports ports, double formatCpuSeconds, long startedNs) {
        this.side = side;
        this.process = process;
        this.log = log;
        this.ports = ports;
        this.formatCpuSeconds = formatCpuSeconds;
        this.startedNs = startedNs;
        this.killAtExit = new Thread(this::killTree);
        Runtime.getRuntime().addShutdownHook(killAtExit);
    }

    /** Starts on an empty folder, formatting it first where the side does that on its own; its clock begins before that. */
    static BrokerProcess startEmpty(Side side, JavaHome java, WorkFolder folder, Ports ports)
            throws IOException, InterruptedException {
        var config = writeConfig(folder, ports);
        long startedNs = System.nanoTime();
        var format = side.formatCommand(java, folder, config);
        double formatCpuSeconds = 0;
        if (!format.isEmpty()) {
            formatCpuSeconds = TimedCommand.run(format, "", folder, java).cpuSeconds();
        }
        return launch(side, java, folder, config, ports, formatCpuSeconds, startedNs);
    }

    /** Starts on data that is there. */
    static BrokerProcess restart(Side side, JavaHome java, WorkFolder folder, Ports ports) throws IOException {
        return launch(side, java, folder, writeConfig(folder, ports), ports, 0, System.nanoTime());
    }

    private static Path writeConfig(WorkFolder folder, Ports ports) throws IOException {
        folder.write("log4j2.yaml", List.of());
        folder.write("log4j2-tools.yaml", List.of());
        return folder.write(
                "server.properties",
                List.of(
                        "port", Integer.toString(ports.broker()),
                        "controllerPort", Integer.toString(ports.controller()),
                        "data", folder.data().toString()));
    }

    private static BrokerProcess launch(
            Side side,
            JavaHome java,
            WorkFolder folder,
            Path config,
            Ports ports,
            double formatCpuSeconds,
            long startedNs)
            throws IOException {
        var log = folder.brokerLog();
        var builder = new ProcessBuilder(side.startCommand(java, folder, config))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        java.applyTo(builder.environment());
        return new BrokerProcess(side, builder.start(), log, ports, formatCpuSeconds, startedNs);
    }

    Side side() {
        return side;
    }

    String bootstrap() {
        return ports.bootstrap();
    }

    RawClient connect() {
        return new RawClient(ports.broker(), this::checkAlive);
    }

    double secondsSinceStart() {
        return (System.nanoTime() - startedNs) / 1e9;
    }

    /** CPU seconds so far, formatting included. */
    double cpuSeconds() throws IOException {
        return formatCpuSeconds + usage().cpuMs() / 1e3;
    }

    ProcessUsage usage() throws IOException {
        checkAlive();
        return ProcessUsage.ofTree(process.toHandle());
    }

    /** SIGTERM, and waits for the end. */
    void stop() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
            throw new IOException(
                    side.name() + " did not stop within " + STOP_TIMEOUT_S + " s of SIGTERM\n" + lastLogLines());
        }
    }

    /** SIGKILL to the process and what it started, and waits for the end. */
    void kill() throws InterruptedException {
        killTree();
        process.waitFor();
    }

    private void killTree() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void checkAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IOException(side.name() + " ended with exit code " + process.exitValue() + "\n" + lastLogLines());
        }
    }

    private String lastLogLines() throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }

    @Override
    public void close() throws InterruptedException {
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(killAtExit);
        } catch (IllegalStateException endingAlready) { // then the hook does no harm
            return;
        }
    }
}
