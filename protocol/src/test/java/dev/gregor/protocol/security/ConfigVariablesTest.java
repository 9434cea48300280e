package dev.gregor.protocol.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigVariablesTest {
    private final Properties properties = new Properties();

    @Test
    void givenProviders_whenResolved_thenTheirValuesAreThere(@TempDir Path folder) throws Exception {
        // given
        var file = Files.writeString(folder.resolve("secret.properties"), "password=it's me\n");
        properties.setProperty("config.providers", "file, env");
        properties.setProperty(
                "config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider");
        properties.setProperty(
                "config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
        properties.setProperty("config.providers.env.param.allowlist.pattern", "PATH");
        properties.setProperty("ssl.key.password", "<${file:" + file + ":password}>");
        properties.setProperty("client.id", "${env:PATH}");
        // when
        var resolved = ConfigVariables.resolved(properties);
        // then
        assertThat(resolved)
                .containsEntry("ssl.key.password", "<it's me>")
                .containsEntry("client.id", System.getenv("PATH"));
    }

    @Test
    void givenNoProviders_whenResolved_thenEveryValueIsAsWritten() {
        // given
        properties.setProperty("client.id", "${env:PATH}");
        // then
        assertThat(ConfigVariables.resolved(properties)).isEqualTo(properties);
    }

    @Test
    void givenAProviderThatIsNone_whenResolved_thenTheMessageNamesTheKey() {
        properties.setProperty("config.providers", "vault");
        assertThatThrownBy(() -> ConfigVariables.resolved(properties))
                .hasMessage("config.providers names 'vault', but there is no config.providers.vault.class");
        properties.setProperty("config.providers.vault.class", "com.example.Vault");
        assertThatThrownBy(() -> ConfigVariables.resolved(properties))
                .hasMessageStartingWith("config.providers.vault.class=com.example.Vault: ");
    }
}
