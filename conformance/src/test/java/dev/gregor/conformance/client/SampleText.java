package dev.gregor.conformance.client;

import dev.gregor.conformance.server.ServerKind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A text of real lines: documentation and sources that lie on this machine, one after the other, each line numbered so that
 * it is unique. Lines are UTF-8 without control characters, since console tools read characters and not bytes.
 *
 * @param file the text, ending with a line feed
 * @param lines how many lines it has, 1 or more
 */
record SampleText(Path file, int lines) {
    private static final List<Path> ROOTS = List.of(
            Path.of("/usr/share/doc"),
            Path.of("/usr/share/perl"),
            Path.of("/usr/lib/python3"),
            Path.of("/usr/include"),
            Path.of("/usr/share/common-licenses"),
            ServerKind.repository());
    private static final int MEGABYTE = 1_000_000;
    private static final int MAX_SOURCE_BYTES = 4 * MEGABYTE;
    private static final int MAX_LINE_CHARACTERS = 2_000;

    /** The text of this run, made at first use: {@code gregor.text.megabytes} MB or a little more. */
    static synchronized SampleText ofThisRun() {
        int megabytes = Integer.getInteger("gregor.text.megabytes", 4);
        var file = ServerKind.repository().resolve("conformance/target/text-" + megabytes + "mb.txt");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                var unfinished = Files.createTempFile(file.getParent(), "text-", ".tmp");
                write(unfinished, (long) megabytes * MEGABYTE);
                Files.move(unfinished, file);
            }
            try (var lines = Files.lines(file)) {
                return new SampleText(file, Math.toIntExact(lines.count()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String sha256() {
        return sha256(file);
    }

    static String sha256(Path file) {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path target, long sizeBytes) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(target))) {
            var writer = new Writer(out, sizeBytes);
            while (!writer.isFull()) {
                long before = writer.written;
                for (var root : ROOTS) {
                    if (Files.isDirectory(root) && !writer.isFull()) {
                        Files.walkFileTree(root, writer);
                    }
                }
                if (writer.written == before) {
                    throw new IOException("No text found in " + ROOTS);
                }
            }
        }
    }

    /** Appends the lines of each text file it meets, until there are enough. */
    private static final class Writer extends SimpleFileVisitor<Path> {
        private final OutputStream out;
        private final long sizeBytes;
        private long written;
        private int lines;

        Writer(OutputStream out, long sizeBytes) {
            this.out = out;
            this.sizeBytes = sizeBytes;
        }

        boolean isFull() {
            return written >= sizeBytes;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var name = folder.getFileName().toString();
            boolean ours = name.equals("target") || name.equals(".git") || name.equals("node_modules");
            return ours ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile() && attributes.size() <= MAX_SOURCE_BYTES) {
                append(Files.readAllBytes(file));
            }
            return isFull() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        private void append(byte[] source) throws IOException {
            String text;
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(source))
                        .toString();
            } catch (CharacterCodingException binary) {
                return;
            }
            if (text.indexOf('\0') >= 0) {
                return;
            }
            for (var line : (Iterable<String>) text.lines()::iterator) {
                if (!line.isBlank() && line.length() <= MAX_LINE_CHARACTERS && !isFull()) {
                    append(line);
                }
            }
        }

        private void append(String line) throws IOException {
            var clean = line.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ");
            var bytes = String.format("%09d %s%n", ++lines, clean).getBytes(StandardCharsets.UTF_8);
            out.write(bytes);
            written += bytes.length;
        }
    }
}
