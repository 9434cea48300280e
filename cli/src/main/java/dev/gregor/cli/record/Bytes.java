package dev.gregor.cli.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes that may be text. */
final class Bytes {
    static final byte[] NONE = {};

    private Bytes() {}

    /** The text, if it is UTF-8 throughout. */
    static Optional<String> text(byte[] bytes) {
        boolean ascii = true;
        for (byte b : bytes) {
            ascii &= b >= 0;
        }
        if (ascii) {
            return Optional.of(new String(bytes, StandardCharsets.US_ASCII));
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    static byte[] orEmpty(byte @Nullable [] bytes) {
        return bytes == null ? NONE : bytes;
    }

    /** -1 for null, as kcat has it. */
    static int length(byte @Nullable [] bytes) {
        return bytes == null ? -1 : bytes.length;
    }
}
