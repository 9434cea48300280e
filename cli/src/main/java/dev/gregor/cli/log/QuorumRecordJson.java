package dev.gregor.cli.log;

import org.apache.kafka.common.message.KRaftVersionRecordJsonConverter;
import org.apache.kafka.common.message.LeaderChangeMessageJsonConverter;
import org.apache.kafka.common.message.SnapshotFooterRecordJsonConverter;
import org.apache.kafka.common.message.SnapshotHeaderRecordJsonConverter;
import org.apache.kafka.common.message.VotersRecordJsonConverter;
import org.apache.kafka.common.record.internal.ControlRecordUtils;
import org.apache.kafka.common.record.internal.Record;

/** The quorum's control records as JSON. A class of its own: only the metadata log has them, and needs jackson. */
final class QuorumRecordJson {
    private QuorumRecordJson() {}

    static String leaderChange(Record record) {
        var message = ControlRecordUtils.deserializeLeaderChangeMessage(record);
        return LeaderChangeMessageJsonConverter.write(message, message.version())
                .toString();
    }

    static String snapshotHeader(Record record) {
        var header = ControlRecordUtils.deserializeSnapshotHeaderRecord(record);
        return SnapshotHeaderRecordJsonConverter.write(header, header.version()).toString();
    }

    static String snapshotFooter(Record record) {
        var footer = ControlRecordUtils.deserializeSnapshotFooterRecord(record);
        return SnapshotFooterRecordJsonConverter.write(footer, footer.version()).toString();
    }

    static String kraftVersion(Record record) {
        var version = ControlRecordUtils.deserializeKRaftVersionRecord(record);
        return KRaftVersionRecordJsonConverter.write(version, version.version()).toString();
    }

    static String voters(Record record) {
        var voters = ControlRecordUtils.deserializeVotersRecord(record);
        return VotersRecordJsonConverter.write(voters, voters.version()).toString();
    }
}
