package dev.gregor.cli.consume;

import dev.gregor.cli.offsets.Offsets;
import dev.gregor.cli.record.RecordFormat;
import dev.gregor.cli.record.RecordMatch;
import java.util.List;
import java.util.Optional;

/**
 * What {@code gregor consume} is asked for.
 *
 * @param partitions of each topic; empty for all
 * @param last       how many of the last records are wanted; empty for all
 * @param count      how many to print at most
 * @param follows    whether to go on with what comes
 * @param format     empty for JSON
 * @param group      to be a member of; empty to be in none
 */
record ReadRequest(
        TopicSelection topics,
        List<Integer> partitions,
        Optional<Offsets> offsets,
        Optional<Integer> last,
        long count,
        boolean follows,
        List<RecordMatch> conditions,
        Optional<RecordFormat> format,
        String isolationLevel,
        Optional<String> group) {
    ReadRequest {
        partitions = List.copyOf(partitions);
        conditions = List.copyOf(conditions);
    }
}
