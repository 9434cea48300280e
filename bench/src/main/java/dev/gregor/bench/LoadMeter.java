package dev.gregor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads, before and after a load, what broker, client and the rest of the machine used meanwhile. */
final class LoadMeter {
    private static final Path MACHINE = Path.of("/proc/stat");
    private static final int BUSY_FIELDS_BEFORE_IDLE = 3; // user, nice, system; then idle and iowait
    private static final int IRQ = 5;
    private static final int STEAL = 7;

    private final BrokerProcess broker;
    private final long startNs = System.nanoTime();
    private final ClientUsage clientBefore = ClientUsage.now();
    private final double brokerBefore;
    private final double machineBefore;

    /**
     * @param seconds wall time
     * @param brokerCpu seconds of CPU, as the others
     * @param busiestThreadCpu of the client's thread that used most
     * @param othersCpu of all processes but these two, and what the hypervisor gave to others
     */
    record Reading(double seconds, double brokerCpu, double clientCpu, double busiestThreadCpu, double othersCpu) {
        static final Reading NONE = new Reading(0, 0, 0, 0, 0);

        Reading plus(Reading other) {
            return new Reading(
                    seconds + other.seconds,
                    brokerCpu + other.brokerCpu,
                    clientCpu + other.clientCpu,
                    busiestThreadCpu + other.busiestThreadCpu,
                    othersCpu + other.othersCpu);
        }
    }

    LoadMeter(BrokerProcess broker) throws IOException {
        this.broker = broker;
        this.machineBefore = machineBusySeconds(Files.readString(MACHINE));
        this.brokerBefore = broker.cpuSeconds();
    }

    Reading read() throws IOException {
        double seconds = (System.nanoTime() - startNs) / 1e9;
        double brokerCpu = broker.cpuSeconds() - brokerBefore;
        var client = ClientUsage.now();
        double clientCpu = (client.cpuNs() - clientBefore.cpuNs()) / 1e9;
        double machine = machineBusySeconds(Files.readString(MACHINE)) - machineBefore;
        return new Reading(
                seconds,
                brokerCpu,
                clientCpu,
                client.busiestThreadNs(clientBefore) / 1e9,
                Math.max(0, machine - brokerCpu - clientCpu));
    }

    /** @param stat {@code /proc/stat}, whose first line counts the ticks of all processors */
    static double machineBusySeconds(String stat) {
        var fields = stat.lines().findFirst().orElseThrow().strip().split(" +");
        long ticks = 0;
        for (int field = 0; field < Math.min(fields.length - 1, STEAL + 1); field++) {
            if (field < BUSY_FIELDS_BEFORE_IDLE || field >= IRQ) {
                ticks += Long.parseLong(fields[field + 1]);
            }
        }
        return ticks * ProcessUsage.MS_PER_TICK / 1e3;
    }
}
