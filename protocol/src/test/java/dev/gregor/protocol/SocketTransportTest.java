package dev.gregor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SocketTransportTest {
    private static final int MORE_THAN_BUFFERS_TAKE = 32 * 1024 * 1024;

    @Test
    void givenAHostOfSeveralAddresses_whenTheyFailDifferently_thenEachIsTold() throws IOException {
        // given
        var v4 = InetAddress.getByName("127.0.0.1");
        var v6 = InetAddress.getByName("::1");
        var refused = new ConnectException("Connection refused");
        // then
        assertThat(SocketTransport.refused(Map.of(v4, refused, v6, new ConnectException("Connection refused"))))
                .isInstanceOf(ConnectException.class);
        var both = new LinkedHashMap<InetAddress, IOException>();
        both.put(v4, refused);
        both.put(v6, new ConnectException("Network is unreachable"));
        assertThat(SocketTransport.refused(both))
                .hasMessage("Connection refused (127.0.0.1), Network is unreachable (0:0:0:0:0:0:0:1)");
    }

    @Test
    void givenAPeerThatReadsNothing_whenMuchIsSent_thenTheDeadlineHolds() throws IOException {
        // given
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var transport = new PlainTransport()
                        .connect(new Address("127.0.0.1", listener.getLocalPort()), Deadline.in(5_000))) {
            // when
            long startNanos = System.nanoTime();
            assertThatThrownBy(() -> transport.send(new byte[MORE_THAN_BUFFERS_TAKE], Deadline.in(200)))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("Write timed out");
            // then
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos))
                    .isLessThan(5_000);
        }
    }
}
