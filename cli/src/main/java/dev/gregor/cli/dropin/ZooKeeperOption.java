package dev.gregor.cli.dropin;

import java.util.ArrayList;

/** {@code --zookeeper}, which Kafka's tools took until 3.0: refused with the line that does the same today. */
final class ZooKeeperOption {
    private static final String NAME = "--zookeeper";
    private static final int BROKER_PORT = 9092;

    private ZooKeeperOption() {}

    static void refuse(String program, String[] arguments) {
        var today = new ArrayList<String>();
        boolean found = false;
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            if (argument.equals(NAME) && i + 1 < arguments.length) {
                argument = NAME + "=" + arguments[++i];
            }
            if (argument.startsWith(NAME + "=")) {
                found = true;
                today.add("--bootstrap-server " + brokers(argument.substring(NAME.length() + 1)));
            } else {
                today.add(argument);
            }
        }
        if (found) {
            throw new OptionException(
                    "--zookeeper is gone: brokers answer for themselves. Use, with a broker's address: " + program + " "
                            + String.join(" ", today));
        }
    }

    private static String brokers(String zooKeepers) {
        int chroot = zooKeepers.indexOf('/');
        var brokers = new ArrayList<String>();
        for (var address : (chroot < 0 ? zooKeepers : zooKeepers.substring(0, chroot)).split(",")) {
            int colon = address.lastIndexOf(':');
            brokers.add((colon < 0 ? address : address.substring(0, colon)) + ":" + BROKER_PORT);
        }
        return String.join(",", brokers);
    }
}
