package dev.gregor.protocol.security;

/**
 * A name and its secret.
 *
 * @param isToken whether they are a delegation token's id and HMAC (KIP-48)
 */
record Credentials(String username, String password, boolean isToken) {
    /** Without the secret. */
    @Override
    public String toString() {
        return username;
    }
}
