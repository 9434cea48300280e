package dev.gregor.cli.context;

import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * References in a context's properties to what should not be in its file: {@code ${env:NAME}}, {@code ${file:PATH}} and
 * {@code ${command:LINE}} (a line for {@code sh}, where braces come in pairs), anywhere in a value. What comes back is taken
 * without line ends.
 */
final class SecretReferences {
    private static final String MASK = "********";
    private static final String[] SECRET_WORDS = {
        "password", "passphrase", "secret", "jaas", "keystore.key", "credential", "token"
    };

    private final Map<String, String> environment;

    SecretReferences(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The value with what its references point at.
     *
     * @throws ClusterException naming the reference, never a secret, when one leads nowhere
     */
    String resolve(String value) {
        return value.contains("${") ? replace(value, this::target) : value;
    }

    /** The value of this key as anyone may see it. */
    static String masked(String key, String value) {
        if (!isSecret(key)) {
            return value;
        }
        var references = new StringBuilder();
        replace(value, reference -> {
            references
                    .append(references.isEmpty() ? "" : " ")
                    .append("${")
                    .append(reference)
                    .append('}');
            return "";
        });
        return references.isEmpty() ? MASK : value.contentEquals(references) ? value : MASK + " with " + references;
    }

    /** Whether the file would hold a secret in the clear. */
    static boolean isPlainSecret(String key, String value) {
        return isSecret(key) && masked(key, value).equals(MASK);
    }

    private static boolean isSecret(String key) {
        var lower = key.toLowerCase(Locale.ROOT);
        for (var word : SECRET_WORDS) {
            if (lower.contains(word)) {
                return !lower.endsWith(".url") && !lower.endsWith(".name") && !lower.endsWith(".class");
            }
        }
        return false;
    }

    private static String replace(String value, UnaryOperator<String> target) {
        var text = new StringBuilder();
        int from = 0;
        while (true) {
            int start = value.indexOf("${", from);
            int end = start < 0 ? -1 : closingBrace(value, start + 1);
            if (end < 0) {
                return text.append(value, from, value.length()).toString();
            }
            var reference = value.substring(start + 2, end);
            text.append(value, from, start);
            text.append(isReference(reference) ? target.apply(reference) : "${" + reference + "}");
            from = end + 1;
        }
    }

    /** Where the brace that opens at {@code open} is closed; where they do not come in pairs, the first that closes. */
    private static int closingBrace(String value, int open) {
        int depth = 0;
        for (int i = open; i < value.length(); i++) {
            char letter = value.charAt(i);
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return value.indexOf('}', open);
    }

    private static boolean isReference(String text) {
        return text.startsWith("env:") || text.startsWith("file:") || text.startsWith("command:");
    }

    private String target(String reference) {
        int colon = reference.indexOf(':');
        var rest = reference.substring(colon + 1);
        return switch (reference.substring(0, colon)) {
            case "env" -> ofEnvironment(rest);
            case "file" -> ofFile(rest);
            default -> ofCommand(rest);
        };
    }

    private String ofEnvironment(String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new ClusterException("the context wants the variable " + name + ", which is not set.");
        }
        return value;
    }

    private static String ofFile(String file) {
        try {
            return withoutLineEnd(Files.readString(Path.of(file)));
        } catch (IOException failed) {
            throw new ClusterException("the context wants the file " + file + ", which cannot be read.", failed);
        }
    }

    /** A blank at the end may be the secret's. */
    private static String withoutLineEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String ofCommand(String line) {
        try {
            // It may ask for a passphrase: the terminal is its own too.
            var process = new ProcessBuilder("sh", "-c", line)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new ClusterException("the context's command '" + line + "' ended with " + exitCode + ".");
            }
            return withoutLineEnd(said);
        } catch (IOException failed) {
            throw new ClusterException("the context's command '" + line + "' cannot be run.", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while '" + line + "' ran.", interrupted);
        }
    }
}
