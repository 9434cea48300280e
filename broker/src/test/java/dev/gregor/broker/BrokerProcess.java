package dev.gregor.broker;

import java.nio.file.Path;

/** A broker in a process of its own, to be killed: {@code BrokerProcess FOLDER} prints its port once it serves. */
final class BrokerProcess {
    private BrokerProcess() {}

    public static void main(String[] arguments) {
        var broker = Broker.start(BrokerTest.config(Path.of(arguments[0])));
        System.out.println(broker.boundAddress("PLAINTEXT").getPort());
        broker.termination().join();
    }
}
