package dev.gregor.conformance.client;

import java.util.Locale;

/** Compression of record batches, by the name that every client uses for it. */
enum Codec {
    NONE,
    GZIP,
    SNAPPY,
    LZ4,
    ZSTD;

    String option() {
        return name().toLowerCase(Locale.ROOT);
    }
}
