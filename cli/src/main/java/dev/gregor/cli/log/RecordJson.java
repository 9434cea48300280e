package dev.gregor.cli.log;

import dev.gregor.cli.output.JsonRows;
import dev.gregor.cli.output.JsonValue;
import dev.gregor.cli.output.Row;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;

/**
 * Records as JSON. Keys and values are strings; bytes that are no UTF-8 are {@code {"base64": "…"}}, Kafka's own records
 * objects.
 */
final class RecordJson implements RecordSink {
    private static final JsonValue NULL = new JsonValue("null");

    private final JsonRows rows;

    RecordJson(JsonRows rows) {
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
            row.with("control", ControlRecordText.of(record));
        } else if (decoder.isPresent()) {
            var text = decoder.get().of(record);
            row.with("key", text.key().map(RecordJson::json).orElse(NULL));
            row.with("value", text.value().map(RecordJson::json).orElse(NULL));
        } else {
            row.with("key", value(record.key()));
            row.with("value", value(record.value()));
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

    private static Object value(ByteBuffer buffer) {
        if (buffer == null) {
            return NULL;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(buffer.duplicate())
                    .toString();
        } catch (CharacterCodingException binary) {
            return Map.of("base64", Base64.getEncoder().encodeToString(Utils.readBytes(buffer)));
        }
    }

    private static Map<String, Object> headers(Header[] headers) {
        var map = new LinkedHashMap<String, Object>();
        for (var header : headers) {
            map.put(header.key(), header.value() == null ? NULL : value(ByteBuffer.wrap(header.value())));
        }
        return map;
    }

    @Override
    public void close() {
        rows.close();
    }
}
