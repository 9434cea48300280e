package dev.gregor.cli.perf;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.SplittableRandom;

/** The values to send: the same ones in every run. Not thread-safe. */
sealed interface Payloads {
    /** The value of the record of this number, from 0. */
    byte[] next(long number);

    /** As the options say; a file is read whole, and told of on {@code out}. */
    static Payloads of(ProducerPerfOptions options, PrintStream out) throws IOException {
        if (options.payloadFile().isPresent()) {
            return new OfFile(read(options.payloadFile().get(), options.payloadDelimiter(), out));
        }
        return options.recordSize().isPresent()
                ? new Letters(options.recordSize().get())
                : new Numbers();
    }

    private static List<byte[]> read(String file, String delimiter, PrintStream out) throws IOException {
        var path = Path.of(file);
        out.println("Reading payloads from: " + path.toAbsolutePath());
        if (Files.notExists(path) || Files.size(path) == 0) {
            throw new IllegalArgumentException("File does not exist or empty file provided.");
        }
        var payloads = new ArrayList<byte[]>();
        try (var words = new Scanner(path, StandardCharsets.UTF_8)) {
            words.useDelimiter(delimiter);
            while (words.hasNext()) {
                payloads.add(words.next().getBytes(StandardCharsets.UTF_8));
            }
        }
        out.println("Number of records read: " + payloads.size());
        return payloads;
    }

    /** Random letters. The array is used again for each record: a producer copies it before send returns. */
    final class Letters implements Payloads {
        private static final int LETTERS = 26;

        private final SplittableRandom random = new SplittableRandom(0);
        private final byte[] payload;

        Letters(int size) {
            payload = new byte[size];
        }

        @Override
        public byte[] next(long number) {
            for (int i = 0; i < payload.length; i++) {
                payload[i] = (byte) ('A' + random.nextInt(LETTERS));
            }
            return payload;
        }
    }

    /** Any of a file's parts. */
    final class OfFile implements Payloads {
        private final SplittableRandom random = new SplittableRandom(0);
        private final List<byte[]> parts;

        OfFile(List<byte[]> parts) {
            this.parts = parts;
        }

        @Override
        public byte[] next(long number) {
            return parts.get(random.nextInt(parts.size()));
        }
    }

    /** The record's number. */
    final class Numbers implements Payloads {
        @Override
        public byte[] next(long number) {
            return Long.toString(number).getBytes(StandardCharsets.UTF_8);
        }
    }
}
