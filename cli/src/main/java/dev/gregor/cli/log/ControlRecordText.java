package dev.gregor.cli.log;

import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.EndTransactionMarker;
import org.apache.kafka.common.record.internal.Record;

/** What a control record says, as {@code kafka-dump-log.sh} prints it. */
final class ControlRecordText {
    private ControlRecordText() {}

    /** The same; of one that cannot be read, a sentence that says so. */
    static String ofAny(Record record) {
        try {
            return of(record);
        } catch (RuntimeException broken) {
            return "a control record that cannot be read: " + broken.getMessage();
        }
    }

    static String of(Record record) {
        short type = ControlRecordType.parseTypeId(record.key());
        var control = ControlRecordType.fromTypeId(type);
        return switch (control) {
            case ABORT, COMMIT -> {
                var marker = EndTransactionMarker.deserialize(record);
                yield "endTxnMarker: " + marker.controlType() + " coordinatorEpoch: " + marker.coordinatorEpoch();
            }
            case LEADER_CHANGE -> "LeaderChange: " + QuorumRecordJson.leaderChange(record);
            case SNAPSHOT_HEADER -> "SnapshotHeader " + QuorumRecordJson.snapshotHeader(record);
            case SNAPSHOT_FOOTER -> "SnapshotFooter " + QuorumRecordJson.snapshotFooter(record);
            case KRAFT_VERSION -> "KRaftVersion " + QuorumRecordJson.kraftVersion(record);
            case KRAFT_VOTERS -> "KRaftVoters " + QuorumRecordJson.voters(record);
            default -> "controlType: " + control + "(" + type + ")";
        };
    }
}
