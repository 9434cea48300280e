package dev.gregor.cli.group;

import java.util.Optional;

/** What a group committed for a partition: the offset of the record it reads next. */
record CommittedOffset(long offset, Optional<Integer> leaderEpoch, String metadata) {
    static CommittedOffset of(long offset) {
        return new CommittedOffset(offset, Optional.empty(), "");
    }
}
