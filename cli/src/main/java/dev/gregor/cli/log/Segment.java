package dev.gregor.cli.log;

import java.nio.file.Path;

/**
 * A segment that is verified.
 *
 * @param end      the base offset of the next segment; {@link Long#MAX_VALUE} for the last one
 * @param logBytes the log's size
 */
record Segment(PartitionFolder folder, long baseOffset, long end, long logBytes, AtStart atStart) {
    Path file(String ending) {
        return folder.file(baseOffset, ending);
    }

    boolean isLast() {
        return end == Long.MAX_VALUE;
    }
}
