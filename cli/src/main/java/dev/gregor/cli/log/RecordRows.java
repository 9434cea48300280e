package dev.gregor.cli.log;

import dev.gregor.cli.output.JsonRows;
import dev.gregor.cli.output.JsonValue;
import dev.gregor.cli.output.Row;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Records as rows, with the fields that {@code gregor consume} gives them and those of their batches. Kafka's own records are
 * objects.
 */
final class RecordRows implements RecordSink {
    private static final JsonValue NULL = new JsonValue("null");
    private static final String BASE64 = "base64";

    private final JsonRows rows;

    RecordRows(JsonRows rows) {
        this.rows = rows;
    }

    @Override
    public void add(DumpedRecord dumped, Optional<RecordText> decoder) {
        var record = dumped.record();
        var batch = dumped.batch();
        var row = new Row()
                .with("topic", dumped.topic())
                .with("partition", dumped.partition())
                .with("offset", record.offset())
                .with("timestamp", record.timestamp())
                .with("timestampType", batch.timestampType().toString());
        if (batch.isControlBatch()) {
            row.with("control", ControlRecordText.ofAny(record));
        } else if (decoder.isPresent()) {
            var text = decoder.get().of(record);
            row.with("key", text.key().map(RecordRows::json).orElse(NULL));
            row.with("value", text.value().map(RecordRows::json).orElse(NULL));
        } else {
            add(row, "key", record.key());
            add(row, "value", record.value());
        }
        rows.add(row.with("headers", headers(record.headers()))
                .with("leaderEpoch", batch.partitionLeaderEpoch())
                .with("producerId", batch.producerId())
                .with("producerEpoch", (int) batch.producerEpoch())
                .with("sequence", record.sequence())
                .with("transactional", batch.isTransactional())
                .with("codec", batch.compressionType().name)
                .with("batchPosition", dumped.position()));
    }

    /** A decoder's text: an object, or a sentence. */
    private static Object json(String text) {
        return text.startsWith("{") ? new JsonValue(text) : text;
    }

    /** The field, and beside it how its bytes are encoded where they are no UTF-8. */
    private static void add(Row row, String name, @Nullable ByteBuffer buffer) {
        if (buffer == null) {
            row.with(name, NULL);
            return;
        }
        var text = text(buffer);
        row.with(name, text.orElseGet(() -> base64(buffer)));
        if (text.isEmpty()) {
            row.with(name + "Encoding", BASE64);
        }
    }

    private static List<Map<String, Object>> headers(Header[] headers) {
        var list = new ArrayList<Map<String, Object>>();
        for (var header : headers) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("key", header.key());
            if (header.value() == null) {
                fields.put("value", NULL);
            } else {
                var buffer = ByteBuffer.wrap(header.value());
                var text = text(buffer);
                fields.put("value", text.orElseGet(() -> base64(buffer)));
                if (text.isEmpty()) {
                    fields.put("encoding", BASE64);
                }
            }
            list.add(fields);
        }
        return list;
    }

    private static Optional<String> text(ByteBuffer buffer) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(buffer.duplicate())
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    private static String base64(ByteBuffer buffer) {
        return Base64.getEncoder().encodeToString(Utils.readBytes(buffer.duplicate()));
    }

    @Override
    public void close() {
        rows.close();
    }
}
