package dev.gregor.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody else takes while this object is open: they lie below the range that the kernel gives to clients, and
 * each is held against other tests, in this JVM and in others, by the lock of a file.
 */
final class ReservedPorts implements AutoCloseable {
    private static final Path LOCKS = Path.of(System.getProperty("java.io.tmpdir"), "gregor-test-ports");
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 31_999;
    private static final int ATTEMPTS = 1_000;

    private final List<FileChannel> locks = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    static ReservedPorts reserve(int count) {
        var reserved = new ReservedPorts();
        try {
            Files.createDirectories(LOCKS);
            for (int attempt = 0; attempt < ATTEMPTS && reserved.ports.size() < count; attempt++) {
                reserved.tryReserve(ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT + 1));
            }
        } catch (IOException e) {
            reserved.close();
            throw new UncheckedIOException(e);
        }
        if (reserved.ports.size() < count) {
            reserved.close();
            throw new IllegalStateException("No " + count + " free ports in " + FIRST_PORT + "-" + LAST_PORT);
        }
        return reserved;
    }

    int port(int index) {
        return ports.get(index);
    }

    @Override
    public void close() {
        for (var lock : locks) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        locks.clear();
    }

    private void tryReserve(int port) throws IOException {
        var channel =
                FileChannel.open(LOCKS.resolve(port + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(channel) && isFree(port)) {
            locks.add(channel);
            ports.add(port);
        } else {
            channel.close();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (java.net.BindException taken) {
            return false;
        }
    }
}
