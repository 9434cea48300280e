package dev.gregor.protocol;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A byte stream to one broker, ready for requests: connected, and encrypted and authenticated where the cluster asks for
 * it. Not thread-safe.
 */
interface Transport extends Closeable {
    InputStream in();

    /**
     * Sends the bytes; whatever is read next is to be there by the same deadline.
     *
     * @throws java.net.SocketTimeoutException when the other side does not take them in time
     */
    void send(byte[] bytes, Deadline deadline) throws IOException;

    /** Makes transports; one per client, chosen by {@code security.protocol}. */
    interface Factory {
        /**
         * Connects, trying every IP address of the host.
         *
         * @throws IOException naming the reason, not the address
         */
        Transport connect(Address address, Deadline deadline) throws IOException;
    }
}
