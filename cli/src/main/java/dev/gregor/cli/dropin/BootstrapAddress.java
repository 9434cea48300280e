package dev.gregor.cli.dropin;

import java.util.regex.Pattern;

/** Checks {@code --bootstrap-server} as some of Kafka's tools do before they connect. */
public final class BootstrapAddress {
    /** Kafka's, letter for letter: a space after a comma is refused. */
    private static final Pattern HOST_PORT =
            Pattern.compile("^(?:[0-9a-zA-Z\\-%._]*://)?\\[?([0-9a-zA-Z\\-%._:]*)]?:([0-9]+)");

    private BootstrapAddress() {}

    /**
     * Checks that each address has a host and a port.
     *
     * @throws UsageException in Kafka's words
     */
    public static void check(String addresses) {
        if (addresses.isBlank()) {
            throw new UsageException("Error while validating the bootstrap address\n");
        }
        var each = addresses.split(",");
        boolean valid = each.length > 0;
        for (var address : each) {
            valid &= HOST_PORT.matcher(address).matches();
        }
        if (!valid) {
            throw new UsageException("Please provide valid host:port like host1:9091,host2:9092\n");
        }
    }
}
