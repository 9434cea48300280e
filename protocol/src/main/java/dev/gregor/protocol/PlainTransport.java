package dev.gregor.protocol;

import java.io.IOException;

/** PLAINTEXT: a TCP socket as it is. */
final class PlainTransport implements Transport.Factory {
    @Override
    public Transport connect(Address address, Deadline deadline) throws IOException {
        var socket = SocketTransport.connect(address, deadline);
        return new SocketTransport(socket, socket);
    }
}
