package dev.gregor.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretArgumentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SCRAM-SHA-256=[iterations=8192,password=a,b] | SCRAM-SHA-256=[iterations=8192,password=[hidden]",
                "ssl.keystore.password=a,x=y | ssl.keystore.password=[hidden]",
                "x=y,listener.name.a.plain.sasl.jaas.config = z | x=y,listener.name.a.plain.sasl.jaas.config =[hidden]",
                "retention.ms=1,password.encoder.iterations=5 | retention.ms=1,password.encoder.iterations=5",
            })
    void givenAWord_whenSaidAgain_thenWhatIsSecretIsNot(String word, String said) {
        assertThat(SecretArguments.hidden(new String[] {"--add-config", word})).isEqualTo("--add-config " + said);
    }
}
