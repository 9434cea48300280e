package dev.gregor.cli.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.apache.kafka.common.security.scram.internals.ScramFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SaltedPasswordTest {
    private static final byte[] SALT = "some salt".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource(ScramMechanism.class)
    void givenAPassword_whenSalted_thenItIsWhatKafkaClientsWouldSend(ScramMechanism mechanism)
            throws GeneralSecurityException {
        // given
        var secret = new ScramUsers.Secret(mechanism, 4096, "пароль-secret");
        // when
        var salted = SaltedPassword.of(secret, SALT);
        // then
        var kafkas = new ScramFormatter(
                org.apache.kafka.common.security.scram.internals.ScramMechanism.valueOf(mechanism.name()));
        assertThat(salted)
                .isEqualTo(kafkas.hi(secret.password().getBytes(StandardCharsets.UTF_8), SALT, secret.iterations()));
    }
}
