package dev.gregor.cli.token;

import java.util.List;

/**
 * A delegation token; times in milliseconds since 1970.
 *
 * @param hmac      its secret, base64
 * @param requester who had it made
 */
record Token(
        String id,
        String hmac,
        Principal owner,
        Principal requester,
        List<Principal> renewers,
        long issuedMs,
        long expiryMs,
        long maxMs) {
    Token {
        renewers = List.copyOf(renewers);
    }
}
