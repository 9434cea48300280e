package dev.gregor.broker.quorum;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/**
 * The folders of this node, formatted.
 *
 * @param directoryIds {@code directory.id} of each folder (KIP-858), the metadata folder among them
 * @param formattedNow whether they were empty before
 */
record FormattedStorage(String clusterId, Map<Path, Uuid> directoryIds, boolean formattedNow) {
    FormattedStorage {
        directoryIds = Map.copyOf(directoryIds);
    }
}
