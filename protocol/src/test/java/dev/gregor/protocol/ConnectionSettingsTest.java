package dev.gregor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionSettingsTest {
    @Test
    void givenAListOfAddresses_whenRead_thenProtocolAndBracketsAreUnderstood() {
        // when
        var settings = ConnectionSettings.to("a:1, PLAINTEXT://b:2,[::1]:3");
        // then
        assertThat(settings.bootstrap())
                .containsExactly(new Address("a", 1), new Address("b", 2), new Address("::1", 3));
        assertThat(settings.bootstrap().get(2)).hasToString("[::1]:3");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, no port in 'localhost': expected host:port",
        "localhost:x, no port in 'localhost:x': expected host:port",
        "localhost:70000, port 70000 of localhost is not between 1 and 65535"
    })
    void givenNoAddress_whenRead_thenTheMessageNamesIt(String text, String message) {
        assertThatThrownBy(() -> ConnectionSettings.to(text)).hasMessage(message);
    }

    @Test
    void givenAProtocolThatIsNone_whenRead_thenTheMessageNamesThoseThereAre() {
        // given
        var properties = new Properties();
        properties.setProperty("security.protocol", "TLS");
        // then
        assertThatThrownBy(() -> ConnectionSettings.to("a:1", properties))
                .hasMessage(
                        "Invalid value TLS for configuration security.protocol: one of PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL");
    }

    @Test
    void givenSecrets_whenSettingsArePrinted_thenTheyAreLeftOut() {
        // given
        var properties = new Properties();
        properties.setProperty("security.protocol", "sasl_ssl");
        properties.setProperty("ssl.key.password", "secret");
        // then
        assertThat(ConnectionSettings.to("a:1", properties).toString())
                .contains("SASL_SSL")
                .doesNotContain("secret");
    }

    @Test
    void givenAPasswordBeyondAscii_whenRead_thenItIsWhatABrokersOwnFileWouldGive(@TempDir Path folder)
            throws IOException {
        // given
        var file = Files.writeString(folder.resolve("client.properties"), "password=\u00e4\nescaped=\\u00e4\n");
        // then
        assertThat(ConnectionSettings.readProperties(file))
                .containsEntry("password", "\u00c3\u00a4")
                .containsEntry("escaped", "\u00e4");
    }

    @Test
    void givenAMissingFile_whenRead_thenTheMessageNamesIt() {
        assertThatThrownBy(() -> ConnectionSettings.readProperties(Path.of("/none/client.properties")))
                .hasMessage("no such file: /none/client.properties");
    }
}
