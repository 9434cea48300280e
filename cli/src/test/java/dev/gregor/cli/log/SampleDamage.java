package dev.gregor.cli.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A sound segment and its files, copied once for each kind of damage, into a folder named by it. */
final class SampleDamage {
    private static final String SEGMENT = "00000000000000000000";
    private static final List<String> ENDINGS = List.of(".log", ".index", ".timeindex", ".txnindex");

    private final Path sound;
    private final Path damaged;

    private SampleDamage(Path sound, Path damaged) {
        this.sound = sound;
        this.damaged = damaged;
    }

    /** Changes one file. */
    private interface Change {
        void to(RandomAccessFile file) throws IOException;
    }

    static void write(Path sound, Path damaged) throws IOException {
        var damage = new SampleDamage(sound, damaged);
        damage.writeLogs();
        damage.writeIndexes();
        damage.writeOthers();
    }

    private void writeLogs() throws IOException {
        long second = secondBatch();
        change("log-crc", ".log", file -> flip(file, second + 80));
        change("log-size", ".log", file -> putInt(file, second + 8, 3));
        change("log-size-beyond", ".log", file -> putInt(file, second + 8, 1_000_000));
        change("log-size-small", ".log", file -> putInt(file, second + 8, 30));
        change("log-magic", ".log", file -> put(file, second + 16, 9));
        change("log-magic-old", ".log", file -> put(file, second + 16, 1));
        change("log-compression", ".log", file -> put(file, second + 22, 7));
        change("log-not-gzip", ".log", file -> put(file, second + 22, 1));
        change("log-count", ".log", file -> putInt(file, second + 57, 5));
        change("log-offset", ".log", file -> putInt(file, second + 4, 40));
        change("log-cut", ".log", file -> file.setLength(file.length() - 10));
        change("log-zeros", ".log", file -> file.setLength(file.length() + 100));
        change("log-tail", ".log", file -> file.setLength(file.length() + 12));
        change("log-empty", ".log", file -> file.setLength(0));
    }

    private void writeIndexes() throws IOException {
        change("index-size", ".index", file -> file.setLength(file.length() - 3));
        change("index-offset", ".index", file -> putInt(file, 8, 1));
        change("index-negative", ".index", file -> putInt(file, file.length() - 8, -5));
        change("index-position", ".index", file -> putInt(file, 12, 17));
        change("index-beyond", ".index", file -> putInt(file, 12, 1_000_000));
        change("index-end", ".index", file -> putInt(file, 12, (int) size(".log")));
        change("index-position-negative", ".index", file -> putInt(file, 12, -1));
        change("index-zeros", ".index", file -> file.setLength(file.length() + 64));
        change("index-empty", ".index", file -> file.setLength(0));
        change("time-size", ".timeindex", file -> file.setLength(file.length() - 3));
        change("time-stamp", ".timeindex", file -> putInt(file, 12 + 4, 5));
        change("time-order", ".timeindex", file -> putInt(file, 0, 0x7fffffff));
        change("time-offset", ".timeindex", file -> putInt(file, 12 + 8, 7));
        change("time-offset-beyond", ".timeindex", file -> putInt(file, 12 + 8, 7_000));
        change("time-negative", ".timeindex", file -> putInt(file, file.length() - 4, -5));
        change("time-zeros", ".timeindex", file -> file.setLength(file.length() + 60));
        change("time-empty", ".timeindex", file -> file.setLength(0));
        change("time-log-size", ".log", file -> putInt(file, secondBatch() + 8, 3));
    }

    private void writeOthers() throws IOException {
        change("txn-version", ".txnindex", file -> put(file, 0, 1));
        change("txn-cut", ".txnindex", file -> file.setLength(file.length() + 5));
        var snapshot = "00000000000000000071.snapshot";
        changeSnapshot("snapshot-version", snapshot, file -> put(file, 1, 2));
        changeSnapshot("snapshot-crc", snapshot, file -> flip(file, 20));
        changeSnapshot("snapshot-cut", snapshot, file -> file.setLength(30));
        changeSnapshot("snapshot-empty", snapshot, file -> file.setLength(0));
        changeSnapshot("snapshot-count", snapshot, file -> putInt(file, 6, 100_000));
        changeSnapshot("snapshot-negative", snapshot, file -> putInt(file, 6, -1));
        Files.writeString(damaged.resolve("note.txt"), "no log", StandardOpenOption.CREATE);
        Files.writeString(damaged.resolve("note"), "no log", StandardOpenOption.CREATE);
        Files.writeString(damaged.resolve("note.log"), "no log", StandardOpenOption.CREATE);
    }

    private void change(String kind, String ending, Change change) throws IOException {
        var folder = Files.createDirectories(damaged.resolve(kind));
        for (var each : ENDINGS) {
            Files.copy(
                    sound.resolve(SEGMENT + each), folder.resolve(SEGMENT + each), StandardCopyOption.REPLACE_EXISTING);
        }
        change(folder.resolve(SEGMENT + ending), change);
    }

    private void changeSnapshot(String kind, String name, Change change) throws IOException {
        var folder = Files.createDirectories(damaged.resolve(kind));
        Files.copy(sound.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        change(folder.resolve(name), change);
    }

    private static void change(Path file, Change change) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            change.to(open);
        }
    }

    private long secondBatch() throws IOException {
        try (var log = new RandomAccessFile(sound.resolve(SEGMENT + ".log").toFile(), "r")) {
            log.seek(8);
            return 12 + log.readInt();
        }
    }

    private long size(String ending) throws IOException {
        return Files.size(sound.resolve(SEGMENT + ending));
    }

    private static void putInt(RandomAccessFile file, long position, int value) throws IOException {
        file.seek(position);
        file.writeInt(value);
    }

    private static void put(RandomAccessFile file, long position, int value) throws IOException {
        file.seek(position);
        file.write(value);
    }

    private static void flip(RandomAccessFile file, long position) throws IOException {
        file.seek(position);
        int value = file.read();
        put(file, position, value ^ 0x40);
    }
}
