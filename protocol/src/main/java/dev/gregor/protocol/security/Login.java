package dev.gregor.protocol.security;

import java.util.Map;
import java.util.Optional;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.LoginException;
import javax.security.sasl.SaslException;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.jspecify.annotations.Nullable;

/** Who the client is, and how it proves that to each broker. Made once for a client. */
public interface Login extends AutoCloseable {
    /** The mechanism's name, as in SaslHandshake. */
    String mechanism();

    /** A conversation with the broker at this host. */
    SaslConversation conversation(String host) throws SaslException;

    /** Gives back what logging in took. */
    @Override
    void close();

    /**
     * By the keys {@code sasl.*} and the JAAS configuration they, or {@code java.security.auth.login.config}, give.
     *
     * @throws IllegalArgumentException when the configuration is wrong
     * @throws LoginException when a login module refuses
     */
    static Login of(Security security) throws LoginException {
        var keys = security.keys();
        var mechanism = keys.getOrDefault("sasl.mechanism", "GSSAPI").strip();
        var jaas = jaas(keys);
        var entry = jaas.configurationEntries().get(0);
        var module = moduleOf(mechanism);
        if (module.isEmpty() || !module.get().equals(entry.getLoginModuleName()) || hasOwnClasses(keys)) {
            return KafkaLogin.of(mechanism, jaas, ClientConfigs.of(security));
        }
        return new CredentialsLogin(mechanism, credentials(mechanism, entry));
    }

    private static JaasContext jaas(Map<String, String> keys) {
        try {
            return JaasContext.loadClientContext(jaasKey(keys));
        } catch (IllegalArgumentException wrong) {
            if (String.valueOf(wrong.getMessage()).startsWith("Value not specified for key '")) {
                // The key may be the second word of a password without quotes: it is not said, nor is this failure
                // kept.
                throw new IllegalArgumentException(
                        "Value not specified for a key in JAAS config (sasl.jaas.config): put values between double quotes");
            }
            throw wrong;
        }
    }

    private static Map<String, ?> jaasKey(Map<String, String> keys) {
        var jaas = keys.get("sasl.jaas.config");
        return jaas == null ? Map.of() : Map.of("sasl.jaas.config", new Password(jaas));
    }

    /** The login module that goes with a mechanism spoken here. */
    private static Optional<String> moduleOf(String mechanism) {
        return switch (mechanism) {
            case "PLAIN" -> Optional.of("org.apache.kafka.common.security.plain.PlainLoginModule");
            case "SCRAM-SHA-256", "SCRAM-SHA-512" ->
                Optional.of("org.apache.kafka.common.security.scram.ScramLoginModule");
            default -> Optional.empty();
        };
    }

    private static boolean hasOwnClasses(Map<String, String> keys) {
        return keys.containsKey("sasl.client.callback.handler.class")
                || keys.containsKey("sasl.login.class")
                || keys.containsKey("sasl.login.callback.handler.class");
    }

    private static Credentials credentials(String mechanism, AppConfigurationEntry entry) {
        var options = entry.getOptions();
        boolean isToken = mechanism.startsWith("SCRAM") && Boolean.parseBoolean(text(options.get("tokenauth")));
        return new Credentials(
                required(options, "username", mechanism), required(options, "password", mechanism), isToken);
    }

    private static String required(Map<String, ?> options, String name, String mechanism) {
        var value = text(options.get(name));
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    "the JAAS configuration has no " + name + " for " + mechanism + ": sasl.jaas.config="
                            + moduleOf(mechanism).orElse("") + " required username=\"...\" password=\"...\";");
        }
        return value;
    }

    private static String text(@Nullable Object option) {
        return option == null ? "" : option.toString();
    }
}
