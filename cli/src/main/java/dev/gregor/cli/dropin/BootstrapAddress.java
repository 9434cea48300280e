package dev.gregor.cli.dropin;

/** Checks {@code --bootstrap-server} as some of Kafka's tools do before they connect. */
public final class BootstrapAddress {
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
            int colon = address.lastIndexOf(':');
            valid &= colon > 0 && colon < address.length() - 1 && isNumber(address.substring(colon + 1));
        }
        if (!valid) {
            throw new UsageException("Please provide valid host:port like host1:9091,host2:9092\n");
        }
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
