package dev.gregor.protocol;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * A TCP socket whose reads are over at one deadline, however many they are: a peer that sends a byte now and then would keep
 * a time-out for each read going for ever. They end with an interrupt of their thread, too. TLS over it reads its handshakes
 * and records the same way.
 */
final class DeadlineSocket extends Socket {
    /** How long a read may overlook an interrupt. */
    private static final int LOOKS_UP_EVERY_MS = 100;

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
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            while (true) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("was not waited for: interrupted");
                }
                if (deadline.isOver()) {
                    throw new SocketTimeoutException("Read timed out");
                }
                setSoTimeout(Math.min(LOOKS_UP_EVERY_MS, deadline.remainingMs()));
                try {
                    return in.read(bytes, offset, length);
                } catch (SocketTimeoutException notYet) {
                    // Nothing has been read; the deadline decides.
                }
            }
        }
    }
}
