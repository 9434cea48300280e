package dev.gregor.cli.user;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code Hi()} of RFC 5802, section 2.2: what a broker keeps instead of a password. */
final class SaltedPassword {
    private static final byte[] FIRST_BLOCK = {0, 0, 0, 1};

    private SaltedPassword() {}

    static byte[] of(ScramUsers.Secret secret, byte[] salt) {
        try {
            var mac = Mac.getInstance(secret.mechanism().macAlgorithm());
            mac.init(new SecretKeySpec(secret.password().getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            mac.update(salt);
            var block = mac.doFinal(FIRST_BLOCK);
            var salted = block.clone();
            for (int i = 1; i < secret.iterations(); i++) {
                block = mac.doFinal(block);
                for (int j = 0; j < salted.length; j++) {
                    salted[j] ^= block[j];
                }
            }
            return salted;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(
                    "this Java has no " + secret.mechanism().macAlgorithm(), missing);
        }
    }
}
