package dev.gregor.protocol;

import java.io.IOException;

/** PLAINTEXT: a TCP socket as it is. */
final class PlainTransport implements Transport.Factory {
    @Override
    public Transport connect(Address address, int timeoutMs) throws IOException {
        return new SocketTransport(SocketTransport.connect(address, timeoutMs));
    }
}
