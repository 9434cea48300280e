package dev.gregor.protocol;

/**
 * From which version on an API's messages, and so its headers, are flexible (KIP-482).
 *
 * <p>kafka-clients knows this too, in an enum that loads every message class there is; a table spares a command that.
 */
final class FlexibleVersions {
    private static final byte NEVER = Byte.MAX_VALUE;

    /** By API key; APIs newer than the table are flexible from their first version. */
    private static final byte[] FIRST = {
        9, 12, 6, 9, NEVER, NEVER, NEVER, NEVER, 8, 6, // 0
        3, 6, 4, 4, 4, 5, 3, NEVER, 3, 5, // 10
        4, 2, 2, 4, 3, 3, 3, 1, 3, 2, // 20
        2, 2, 4, 2, 2, 2, 2, 2, 2, 2, // 30
        2, 2, 2, 2, 1, 0, 0, NEVER, 1, 1, // 40
        0, 0, 0, 1, 1, 0, 2, 0, 0, 0, // 50
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 60
        0, 0, 0, 0, 0, 0, 1, 1, 1, 1, // 70
    };

    private FlexibleVersions() {}

    static boolean isFlexible(short apiKey, short version) {
        return apiKey >= FIRST.length || version >= FIRST[apiKey];
    }
}
