package dev.gregor.cli.golden;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Three ports of the loopback address that were free a moment ago. */
record Ports(int plaintext, int sasl, int controller) {
    static Ports free() throws IOException {
        // Open at the same time, so that they differ.
        try (var plaintext = open();
                var sasl = open();
                var controller = open()) {
            return new Ports(plaintext.getLocalPort(), sasl.getLocalPort(), controller.getLocalPort());
        }
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
