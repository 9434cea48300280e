package dev.gregor.cli.log;

import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.OptionException;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;

/** The files of one call of {@code kafka-dump-log.sh}, one after the other, and at the end what was wrong in them. */
final class FilesDump {
    private static final int FAILED = 1;
    /** By this name Kafka's tool ends. */
    private static final String CORRUPT_INDEX = "org.apache.kafka.storage.internals.log.CorruptIndexException";

    private final PrintStream out;
    private final PrintStream err;
    private final DumpLogOptions options;
    private final TimeIndexDump timeIndexes;
    // Kafka's tool prints them in the order of a hash table.
    private final Map<String, Map<Long, Long>> mismatches = new HashMap<>();
    private final Map<String, Map<Long, Long>> gaps = new HashMap<>();

    FilesDump(Streams streams, DumpLogOptions options) {
        out = streams.out();
        err = streams.err();
        this.options = options;
        timeIndexes = new TimeIndexDump(out, options);
    }

    int run() {
        try {
            for (var name : options.files()) {
                print(new File(name));
                if (out.checkError()) {
                    return 0; // nobody reads on, as behind head: not even complaints
                }
            }
        } catch (OptionException misuse) {
            throw misuse;
        } catch (NoSuchFileException missing) {
            err.println("no such file: " + missing.getFile());
            return FAILED;
        } catch (FileNotFoundException missing) {
            err.println(missing.getMessage());
            return FAILED;
        } catch (ClassNotFoundException missing) {
            err.println("Exception in thread \"main\" java.lang.RuntimeException: Failed to load decoder class");
            err.println("Caused by: " + missing + "; add its jar to CLASSPATH.");
            return FAILED;
        } catch (CorruptIndexException corrupt) {
            out.flush();
            err.println("Exception in thread \"main\" " + CORRUPT_INDEX + ": " + corrupt.getMessage());
            return FAILED;
        } catch (IOException | RuntimeException | OutOfMemoryError failed) {
            // Kafka's tool ends by its JVM's message, in which scripts look for the exception's name. Memory may be out
            // because a damaged batch or codec says that it is gigabytes long.
            out.flush();
            err.println("Exception in thread \"main\" " + failed);
            return FAILED;
        }
        printComplaints();
        return 0;
    }

    private void print(File file) throws IOException, ClassNotFoundException {
        out.println("Dumping " + file);
        var name = file.getName();
        int dot = name.lastIndexOf('.');
        switch (dot < 0 ? "" : name.substring(dot)) {
            case ".log", ".checkpoint" -> {
                var found = new SegmentDump(out, file, settings()).print();
                if (!found.isEmpty()) {
                    gaps.computeIfAbsent(file.getAbsolutePath(), first -> found).putAll(found);
                }
            }
            case ".index" -> {
                var found = new OffsetIndexDump(out, options).print(file);
                if (!found.isEmpty()) {
                    mismatches
                            .computeIfAbsent(file.getAbsolutePath(), first -> found)
                            .putAll(found);
                }
            }
            case ".timeindex" -> timeIndexes.print(file);
            case ".snapshot" -> printSnapshot(file);
            case ".txnindex" -> printTransactions(file);
            default -> err.println("Ignoring unknown file " + file);
        }
    }

    private SegmentDump.Settings settings() throws ClassNotFoundException {
        return new SegmentDump.Settings(
                options.printsContents(),
                options.printsRecords(),
                options.decoder(),
                !options.skipsRecordMetadata(),
                options.maxBytes());
    }

    private void printSnapshot(File file) throws IOException {
        try {
            for (var producer : ProducerSnapshotFile.read(file)) {
                var line = new StringBuilder();
                line.append("producerId: ").append(producer.producerId());
                line.append(" producerEpoch: ").append(producer.epoch());
                line.append(" coordinatorEpoch: ").append(producer.coordinatorEpoch());
                line.append(" currentTxnFirstOffset: ").append(producer.currentTxnFirstOffset());
                line.append(" lastTimestamp: ").append(producer.timestamp());
                if (producer.hasBatch()) {
                    line.append(" firstSequence: ").append(producer.firstSequence());
                    line.append(" lastSequence: ").append(producer.lastSequence());
                    line.append(" lastOffset: ").append(producer.lastOffset());
                    line.append(" offsetDelta: ").append(producer.offsetDelta());
                    line.append(" timestamp: ").append(producer.timestamp());
                }
                out.println(line);
            }
        } catch (ProducerSnapshotFile.CorruptException corrupt) {
            err.println(corrupt.getMessage());
        }
    }

    private void printTransactions(File file) throws IOException {
        for (var transaction : TransactionIndexFile.read(file)) {
            out.println("version: " + transaction.versionByKafka() + " producerId: " + transaction.producerId()
                    + " firstOffset: " + transaction.firstOffset() + " lastOffset: " + transaction.lastOffset()
                    + " lastStableOffset: " + transaction.lastStableOffset());
        }
    }

    private void printComplaints() {
        out.flush();
        mismatches.forEach((file, offsets) -> {
            err.println("Mismatches in :" + file);
            offsets.forEach((index, log) -> err.println("  Index offset: " + index + ", log offset: " + log));
        });
        timeIndexes.printComplaints(err);
        gaps.forEach((file, offsets) -> {
            err.println("Non-consecutive offsets in " + file);
            offsets.forEach((last, next) -> err.println("  " + last + " is followed by " + next));
        });
    }
}
