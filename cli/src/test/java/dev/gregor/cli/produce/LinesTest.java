package dev.gregor.cli.produce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n", "\n", "a\r\nb\rc\n\nd", "\r\n\r\n", "a\r", "a\n\r", "\u00e4\u20ac\n"})
    void givenAnyLineEnds_whenRead_thenTheLinesAreThoseOfBufferedReader(String text) throws IOException {
        // given
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        // when
        var lines = read(new ByteArrayInputStream(bytes));
        // then
        assertThat(lines).isEqualTo(asBufferedReader(bytes));
    }

    @Test
    void givenRandomTextInSmallPieces_whenRead_thenTheLinesAreThoseOfBufferedReader() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            // given
            var bytes = new byte[random.nextInt(300_000)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte)
                        (random.nextInt(30_000) == 0 ? "\r\n".charAt(random.nextInt(2)) : 'a' + random.nextInt(26));
                if (random.nextInt(1_000) == 0) {
                    bytes[i] = (byte) "\r\n".charAt(random.nextInt(2));
                }
            }
            // when
            var lines = read(inPieces(bytes, random));
            // then
            assertThat(lines).as("seed %d, round %d", seed, round).isEqualTo(asBufferedReader(bytes));
        }
    }

    @Test
    void givenALineEndedByCarriageReturn_whenRead_thenItIsThereBeforeAnyMoreInput() throws IOException {
        // given
        var in = new InputStream() {
            private final byte[] typed = {'a', '\r'};
            private int next;

            @Override
            public int read() {
                throw new AssertionError("asked for more input than has been typed");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (next == typed.length) {
                    throw new AssertionError("asked for more input than has been typed");
                }
                bytes[offset] = typed[next++];
                return 1;
            }
        };
        // when
        var line = new Lines(in).next();
        // then
        assertThat(line).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).contains("a");
    }

    @Test
    void givenBytesThatAreNoUtf8_whenRead_thenTheyStayAsTheyAre() throws IOException {
        // given
        byte[] bytes = {(byte) 0xff, 0, (byte) 0xc3, '\n'};
        // when
        var line = new Lines(new ByteArrayInputStream(bytes)).next();
        // then
        assertThat(line).contains(new byte[] {(byte) 0xff, 0, (byte) 0xc3});
    }

    private static InputStream inPieces(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(70_000)));
            }
        };
    }

    private static List<String> read(InputStream in) throws IOException {
        var lines = new Lines(in);
        var all = new ArrayList<String>();
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(new String(line.get(), StandardCharsets.UTF_8));
        }
        return all;
    }

    private static List<String> asBufferedReader(byte[] bytes) {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))
                .lines()
                .toList();
    }
}
