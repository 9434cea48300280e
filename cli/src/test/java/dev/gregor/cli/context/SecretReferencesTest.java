package dev.gregor.cli.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReferencesTest {
    @TempDir
    private Path folder;

    private final SecretReferences references = new SecretReferences(Map.of("PW", "pa$s"));

    @Test
    void givenReferences_whenResolved_thenWhatTheyPointAtStandsInTheirPlace() throws IOException {
        // given
        var file = Files.writeString(folder.resolve("secret"), "s3cret\n");
        // when
        var value =
                references.resolve("a=\"${env:PW}\" b=${file:" + file + "} c=${command:echo x | tr x y} d=${other}");
        // then
        assertThat(value).isEqualTo("a=\"pa$s\" b=s3cret c=y d=${other}");
    }

    @Test
    void givenAReferenceToNothing_whenResolved_thenItIsNamed() {
        assertThatThrownBy(() -> references.resolve("${env:GONE}"))
                .hasMessage("the context wants the variable GONE, which is not set.");
        assertThatThrownBy(() -> references.resolve("${command:exit 3}"))
                .hasMessage("the context's command 'exit 3' ended with 3.");
    }

    @Test
    void givenSecrets_whenShown_thenTheyAreMaskedAndReferencesAreNot() {
        assertThat(SecretReferences.masked("ssl.key.password", "abc")).isEqualTo("********");
        assertThat(SecretReferences.masked("ssl.key.password", "${env:PW}")).isEqualTo("${env:PW}");
        assertThat(SecretReferences.masked("sasl.jaas.config", "X username=u password=\"${env:PW}\";"))
                .isEqualTo("******** with ${env:PW}");
        assertThat(SecretReferences.masked("client.id", "ops")).isEqualTo("ops");
    }

    @Test
    void givenACommandWithBraces_whenResolved_thenItRunsToItsLastOne() {
        assertThat(references.resolve("${command:echo a b | awk '{print $2}'}-${env:PW}"))
                .isEqualTo("b-pa$s");
    }

    @Test
    void givenASecretThatEndsWithABlank_whenResolved_thenTheLineEndAloneIsTakenOff() throws IOException {
        // given
        var file = Files.writeString(folder.resolve("secret"), "s3cret \r\n");
        // when
        var value = references.resolve("${file:" + file + "}");
        // then
        assertThat(value).isEqualTo("s3cret ");
    }

    @Test
    void givenAPassphrase_whenShown_thenItIsMasked() {
        assertThat(SecretReferences.masked("sasl.oauthbearer.assertion.private.key.passphrase", "abc"))
                .isEqualTo("********");
    }
}
