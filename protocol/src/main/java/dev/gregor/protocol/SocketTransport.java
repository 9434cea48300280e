package dev.gregor.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/** The stream of a socket that is connected, and encrypted if it is to be. */
final class SocketTransport implements Transport {
    /** What the buffers of two sockets take in any case, read or not: such a write needs no watch. */
    private static final int ALWAYS_FITS_BYTES = 16 * 1024;

    private final DeadlineSocket socket;
    private final Socket stream;
    private final InputStream in;
    private final OutputStream out;

    /** @param stream the same socket, or TLS over it */
    SocketTransport(DeadlineSocket socket, Socket stream) throws IOException {
        this.socket = socket;
        this.stream = stream;
        this.in = stream.getInputStream();
        this.out = stream.getOutputStream();
    }

    /** A TCP connection to the first IP address of the host that answers; none uses up the time of those after it. */
    static DeadlineSocket connect(Address address, Deadline deadline) throws IOException {
        InetAddress[] candidates;
        try {
            candidates = InetAddress.getAllByName(address.host());
        } catch (UnknownHostException unknown) {
            throw new IOException("unknown host", unknown);
        }
        var failures = new LinkedHashMap<InetAddress, IOException>();
        for (int i = 0; i < candidates.length; i++) {
            var share = deadline.share(candidates.length - i);
            var socket = new DeadlineSocket(deadline);
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(candidates[i], address.port()), share.remainingMs());
                return socket;
            } catch (IOException failed) {
                socket.close();
                failures.put(candidates[i], failed);
            }
        }
        throw refused(failures);
    }

    /** Of one IP address the failure itself; of several each, unless all failed alike. */
    static IOException refused(Map<InetAddress, IOException> failures) {
        var first = failures.values().iterator().next();
        var messages = new LinkedHashSet<String>();
        failures.values().forEach(failure -> messages.add(String.valueOf(failure.getMessage())));
        if (messages.size() == 1) {
            return first;
        }
        var text = new StringBuilder();
        failures.forEach((ip, failure) -> text.append(text.isEmpty() ? "" : ", ")
                .append(failure.getMessage())
                .append(" (")
                .append(ip.getHostAddress())
                .append(')'));
        return new IOException(text.toString(), first);
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public void send(byte[] bytes, Deadline deadline) throws IOException {
        socket.readUntil(deadline);
        if (bytes.length <= ALWAYS_FITS_BYTES) {
            out.write(bytes);
            out.flush();
            return;
        }
        // A blocking write knows no time-out: whoever reads nothing would hold it for ever.
        var guard = new WriteGuard(socket, deadline);
        try (guard) {
            out.write(bytes);
            out.flush();
        } catch (IOException failed) {
            throw guard.fired() ? new SocketTimeoutException("Write timed out") : failed;
        }
    }

    @Override
    public void close() throws IOException {
        if (!socket.isClosed()) {
            // TLS waits for the other side's last word as long as reads may wait; nobody needs it.
            socket.readUntil(Deadline.in(0));
            socket.setSoTimeout(0);
            stream.close();
        }
    }

    /** Closes a socket that is still being written to at the deadline. */
    private static final class WriteGuard implements AutoCloseable, Runnable {
        private final Socket socket;
        private final Deadline deadline;
        private final Thread thread = new Thread(this, "write guard");
        private volatile boolean fired;

        WriteGuard(Socket socket, Deadline deadline) {
            this.socket = socket;
            this.deadline = deadline;
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void run() {
            try {
                Thread.sleep(deadline.remainingMs());
                fired = true;
                socket.close();
            } catch (InterruptedException written) {
                // In time.
            } catch (IOException ignored) {
                // It is closed all the same.
            }
        }

        boolean fired() {
            return fired;
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }
}
