package dev.gregor.protocol;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One question's time, that of the questions it takes to find out whom to ask included, and what went wrong so far. */
final class Attempts {
    private static final int FIRST_PAUSE_MS = 20;
    private static final int LONGEST_PAUSE_MS = 500;

    /** With less time left a try could only fail, and its failure would hide the reason of the one before. */
    private static final int LEAST_TRY_MS = 20;

    /** A broker that is going down hangs up once, and then it is gone. */
    private static final int REFUSALS_THAT_TELL = 3;

    private final int timeoutMs;
    private final Deadline deadline;
    private final Map<Address, String> failures = new LinkedHashMap<>();
    private final Set<Address> unknownHosts = new HashSet<>();
    private Optional<IOException> lastFailure = Optional.empty();
    private int pauseMs = FIRST_PAUSE_MS;
    private int refusals;

    Attempts(int timeoutMs) {
        this.timeoutMs = timeoutMs;
        this.deadline = Deadline.in(timeoutMs);
    }

    Deadline deadline() {
        return deadline;
    }

    /** Notes how a broker failed. */
    void failed(Address address, IOException failure) {
        failures.put(address, reason(failure));
        lastFailure = Optional.of(failure);
        if (failure.getCause() instanceof UnknownHostException) {
            unknownHosts.add(address);
        } else {
            unknownHosts.remove(address);
        }
        if (failure instanceof BrokerConnection.FirstQuestionException
                || failure instanceof BrokerConnection.FrameException
                || failure instanceof BrokerConnection.GarbledAnswerException) {
            refusals++;
        }
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** @return false when there is no time left to try again */
    boolean pause() {
        if (deadline.remainingMs() <= pauseMs + LEAST_TRY_MS) {
            return false;
        }
        try {
            Thread.sleep(pauseMs);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
        return true;
    }

    /**
     * Waits until it is time to try again.
     *
     * @throws ClusterUnreachableException when there is no time left, or the failure is none that passes
     */
    void pauseOrThrow(IOException failure) {
        // The JVM remembers for ten seconds that a name is unknown: asking again would bring the same.
        boolean isHopeless = !failures.isEmpty() && unknownHosts.size() == failures.size();
        if (refusals >= REFUSALS_THAT_TELL || isHopeless) {
            throw new ClusterUnreachableException(told(), failure);
        }
        if (!pause()) {
            throw new ClusterUnreachableException(describe(failure), failure);
        }
    }

    private String describe(IOException failure) {
        // No broker's doing: that none is responsible at present, say.
        if (lastFailure.isEmpty() || lastFailure.get() != failure) {
            return reason(failure) + " (tried for " + timeoutMs + " ms)";
        }
        return "no broker answered within " + timeoutMs + " ms: " + told();
    }

    private String told() {
        var text = new StringBuilder();
        failures.forEach((address, reason) -> text.append(text.isEmpty() ? "" : "; ")
                .append(address)
                .append(' ')
                .append(reason));
        return text.toString();
    }
}
