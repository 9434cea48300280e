package dev.gregor.cli.log;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.tools.api.Decoder;
import org.apache.kafka.tools.api.StringDecoder;

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
        var values = decoder(valueDecoder);
        return new DecoderText(decoder(keyDecoder), values);
    }

    /** kafka-clients' way to make one wakes more classes than all else here. */
    private static Decoder<?> decoder(String name) throws ClassNotFoundException {
        return name.equals(StringDecoder.class.getName())
                ? new StringDecoder()
                : Utils.newInstance(name, Decoder.class);
    }

    @Override
    public Text of(Record record) {
        var key = record.hasKey() ? Optional.of(decoded(keys, record.key())) : Optional.<String>empty();
        var value = record.hasValue() ? Optional.of(decoded(values, record.value())) : Optional.<String>empty();
        return new Text(key, value);
    }

    private static String decoded(Decoder<?> decoder, ByteBuffer bytes) {
        var copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return String.valueOf(decoder.fromBytes(copy));
    }
}
