package dev.gregor.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Two free ports of 127.0.0.1, below those the kernel gives to outgoing connections. */
record Ports(int broker, int controller) {
    private static final int LOWEST = 20_000;
    private static final int ABOVE = 32_000;
    private static final int TRIES = 100;

    static Ports free() throws IOException {
        int broker = freePort(-1);
        return new Ports(broker, freePort(broker));
    }

    String bootstrap() {
        return "127.0.0.1:" + broker;
    }

    private static int freePort(int taken) throws IOException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, ABOVE);
            if (port == taken) {
                continue;
            }
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException inUse) {
                continue;
            }
        }
        throw new IOException("no free port between " + LOWEST + " and " + ABOVE + " in " + TRIES + " tries");
    }
}
