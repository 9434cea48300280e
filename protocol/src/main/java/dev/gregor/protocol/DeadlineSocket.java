package dev.gregor.protocol;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * A TCP socket whose reads are over at one deadline, however many they are: a peer that sends a byte now and then would keep
 * a time-out for each read going for ever. TLS over it reads its handshakes and records the same way.
 */
final class DeadlineSocket extends Socket {
    private Deadline deadline;

    DeadlineSocket(Deadline deadline) {
        this.deadline = deadline;
    }

    /** Reads from now on are over then. */
    void readUntil(Deadline next) {
        deadline = next;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Timed(super.getInputStream());
    }

    private final class Timed extends FilterInputStream {
        Timed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            awaitNoLonger();
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            awaitNoLonger();
            return in.read(bytes, offset, length);
        }

        private void awaitNoLonger() throws IOException {
            if (deadline.isOver()) {
                throw new SocketTimeoutException("Read timed out");
            }
            setSoTimeout(deadline.remainingMs());
        }
    }
}
