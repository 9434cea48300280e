package dev.gregor.broker.storage;

import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Names of files and folders as Apache Kafka gives them. */
final class LogFileNames {
    static final String LOG = ".log";
    static final String OFFSET_INDEX = ".index";
    static final String TIME_INDEX = ".timeindex";
    static final String TXN_INDEX = ".txnindex";
    static final String SNAPSHOT = ".snapshot";
    static final String DELETED = ".deleted";
    static final String CLEANED = ".cleaned";
    static final String SWAP = ".swap";

    static final String DELETE_DIR = "-delete";
    static final String STRAY_DIR = "-stray";
    static final String FUTURE_DIR = "-future";

    private static final int OFFSET_DIGITS = 20;
    private static final int MAX_NAME = 255;
    private static final long NOT_AN_OFFSET = -1;

    private LogFileNames() {}

    /** The offset in 20 digits, then the suffix. */
    static String segmentFile(long baseOffset, String suffix) {
        var digits = Long.toString(baseOffset);
        return "0".repeat(OFFSET_DIGITS - digits.length()) + digits + suffix;
    }

    /** @return the offset a file's name begins with, or -1 if it begins with none */
    static long offsetOf(String fileName) {
        if (fileName.length() <= OFFSET_DIGITS || fileName.charAt(OFFSET_DIGITS) != '.') {
            return NOT_AN_OFFSET;
        }
        long offset = 0;
        for (int i = 0; i < OFFSET_DIGITS; i++) {
            int digit = fileName.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NOT_AN_OFFSET;
            }
            offset = offset * 10 + digit;
        }
        return offset < 0 ? NOT_AN_OFFSET : offset;
    }

    static String partitionDir(TopicPartition partition) {
        return partition.topic() + "-" + partition.partition();
    }

    /** {@code topic-partition.uniqueId-delete}; a long topic is cut so that the name stays within 255 characters. */
    static String marked(TopicPartition partition, String suffix) {
        var end =
                "-" + partition.partition() + "." + UUID.randomUUID().toString().replace("-", "") + suffix;
        return partition.topic().substring(0, Math.min(partition.topic().length(), MAX_NAME - end.length())) + end;
    }

    static boolean isMarked(String dirName) {
        return dirName.endsWith(DELETE_DIR) || dirName.endsWith(STRAY_DIR) || dirName.endsWith(FUTURE_DIR);
    }

    /** @return the partition a folder's name stands for, or null if it is none */
    static @Nullable TopicPartition partitionOf(String dirName) {
        int dash = dirName.lastIndexOf('-');
        if (dash <= 0 || dash == dirName.length() - 1) {
            return null;
        }
        int partition = 0;
        for (int i = dash + 1; i < dirName.length(); i++) {
            int digit = dirName.charAt(i) - '0';
            if (digit < 0 || digit > 9 || partition > (Integer.MAX_VALUE - digit) / 10) {
                return null;
            }
            partition = partition * 10 + digit;
        }
        return new TopicPartition(dirName.substring(0, dash), partition);
    }
}
