package dev.gregor.cli.tx;

import dev.gregor.protocol.ErrorCodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Says which partitions could not be asked, those with the same reason together and no more of them than help. */
final class Refusals {
    private static final int EXAMPLES = 5;

    private Refusals() {}

    /** @param refusals the error code of each, at least one */
    static String text(Map<TopicPartition, Short> refusals) {
        var byReason = new LinkedHashMap<Short, List<String>>();
        refusals.forEach((partition, code) -> byReason.computeIfAbsent(code, first -> new ArrayList<>())
                .add(partition.topic() + ":" + partition.partition()));
        var text = new StringBuilder(refusals.size() == 1 ? "1 partition" : refusals.size() + " partitions")
                .append(" could not be asked:");
        byReason.forEach((code, names) -> text.append(text.charAt(text.length() - 1) == ':' ? " " : "; ")
                .append(String.join(", ", names.subList(0, Math.min(EXAMPLES, names.size()))))
                .append(names.size() > EXAMPLES ? " and " + (names.size() - EXAMPLES) + " more" : "")
                .append(" (")
                .append(reason(code))
                .append(')'));
        return text.toString();
    }

    private static String reason(short code) {
        var reason = ErrorCodes.text(code, "");
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
