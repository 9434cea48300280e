package dev.gregor.protocol;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A byte stream to one broker, ready for requests: connected, and encrypted and authenticated where the cluster asks for
 * it. Not thread-safe.
 */
interface Transport extends Closeable {
    InputStream in();

    OutputStream out();

    /** Longest a single read may wait from now on, in ms, at least 1. */
    void readTimeout(int timeoutMs) throws IOException;

    /** Makes transports; one per client, chosen by {@code security.protocol}. */
    interface Factory {
        /**
         * Connects, trying every IP address of the host.
         *
         * @throws IOException naming the reason, not the address
         */
        Transport connect(Address address, int timeoutMs) throws IOException;
    }
}
