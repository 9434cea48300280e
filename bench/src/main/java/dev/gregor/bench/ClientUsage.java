package dev.gregor.bench;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** CPU of this JVM so far: in all, and of each of its Java threads, by which one sees whether the client is the limit. */
record ClientUsage(long cpuNs, Map<Long, Long> cpuNsByThread) {
    static ClientUsage now() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var threads = ManagementFactory.getThreadMXBean();
        var byThread = new HashMap<Long, Long>();
        for (long id : threads.getAllThreadIds()) {
            byThread.put(id, threads.getThreadCpuTime(id));
        }
        return new ClientUsage(system.getProcessCpuTime(), byThread);
    }

    /** CPU since {@code earlier} of the thread that used most. */
    long busiestThreadNs(ClientUsage earlier) {
        return cpuNsByThread.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - earlier.cpuNsByThread.getOrDefault(thread.getKey(), 0L))
                .max()
                .orElse(0);
    }
}
