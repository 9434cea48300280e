package dev.gregor.cli.log;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.tools.api.Decoder;

/** Keys and values as {@link Decoder}s read them, by default as UTF-8. */
final class DecoderText implements RecordText {
    private final Decoder<?> keys;
    private final Decoder<?> values;

    private DecoderText(Decoder<?> keys, Decoder<?> values) {
        this.keys = keys;
        this.values = values;
    }

    /**
     * With decoders by their class names; the one for values is made first, as Apache Kafka does it.
     *
     * @throws ClassNotFoundException when one is not on the class path
     */
    static DecoderText ofClasses(String keyDecoder, String valueDecoder) throws ClassNotFoundException {
        var values = Utils.newInstance(valueDecoder, Decoder.class);
        return new DecoderText(Utils.newInstance(keyDecoder, Decoder.class), values);
    }

    @Override
    public Text of(Record record) {
        var key = record.hasKey() ? Optional.of(decoded(keys, record.key())) : Optional.<String>empty();
        var value = record.hasValue() ? Optional.of(decoded(values, record.value())) : Optional.<String>empty();
        return new Text(key, value);
    }

    private static String decoded(Decoder<?> decoder, ByteBuffer bytes) {
        return String.valueOf(decoder.fromBytes(Utils.readBytes(bytes)));
    }
}
