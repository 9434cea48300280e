package dev.gregor.cli.consume;

import dev.gregor.cli.Streams;
import dev.gregor.cli.clients.ClientProperties;
import dev.gregor.cli.dropin.OptionException;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.io.PrintStream;
import java.util.Map;
import org.apache.kafka.common.MessageFormatter;

/** The options of both console consumers that say how records are printed. */
final class FormatterOptions {
    private static final String FORMATTER_PROPERTIES = """
            A property of the formatter, as name=value. Those of the default one:
              print.timestamp, print.key, print.offset, print.epoch, print.partition,
              print.headers, print.delivery=true|false, print.value=true|false
              key.separator, line.separator, headers.separator, null.literal
              key.deserializer, value.deserializer, headers.deserializer
            Properties that begin with key.deserializer. (and so on) go to that deserializer.""";

    private FormatterOptions() {}

    static OptionTable addTo(OptionTable table) {
        return table.value("formatter", "class", "The class that prints records: Kafka's names, or one of your own.")
                .value("property", "prop", "(Deprecated) Use --formatter-property.")
                .value("formatter-property", "prop", FORMATTER_PROPERTIES)
                .value("formatter-config", "file", "A file of formatter properties; --formatter-property wins over it.")
                .value("key-deserializer", "class", "The class to deserialize keys with.")
                .value("value-deserializer", "class", "The class to deserialize values with.");
    }

    /** The formatter, ready. Whatever is wrong with it is wrong with the line. */
    static MessageFormatter formatter(ParsedOptions options, Streams streams) {
        try {
            var className =
                    options.value("formatter").orElse("org.apache.kafka.tools.consumer.DefaultMessageFormatter");
            var formatter = Formatters.named(className, streams.err());
            formatter.configure(properties(options, streams.out()));
            return formatter;
        } catch (OptionException | UsageException e) {
            throw e;
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> properties(ParsedOptions options, PrintStream out) {
        if (options.has("formatter-property") && options.has("property")) {
            throw new UsageException("Options --property and --formatter-property cannot be specified together.");
        }
        OldSpelling.warn(options, out, "property", "formatter-property");
        var properties = ClientProperties.ofFile(options.value("formatter-config"));
        options.value("key-deserializer").ifPresent(name -> properties.put("key.deserializer", name));
        options.value("value-deserializer").ifPresent(name -> properties.put("value.deserializer", name));
        properties.putAll(ClientProperties.ofPairs(OldSpelling.values(options, "property", "formatter-property")));
        return properties;
    }
}
