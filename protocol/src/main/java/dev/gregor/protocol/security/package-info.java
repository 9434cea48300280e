/**
 * What a client's security keys ({@code security.protocol}, {@code ssl.*}, {@code sasl.*}) mean: sockets encrypted by the JDK,
 * and conversations that prove who the client is (SASL, KIP-12, KIP-84, KIP-152; delegation tokens, KIP-48).
 *
 * <p>PLAIN and SCRAM are written here, for a command's start; every other mechanism and every login module or callback
 * handler of the user's own runs as kafka-clients runs it. Pure but for the files that keys name: the wire is the caller's.
 * Nothing here puts a password, a key or a token into a message. Errors in keys are kafka-clients' own exceptions or {@link
 * java.lang.IllegalArgumentException}.
 */
@NullMarked
package dev.gregor.protocol.security;

import org.jspecify.annotations.NullMarked;
