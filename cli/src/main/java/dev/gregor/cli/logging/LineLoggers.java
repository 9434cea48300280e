package dev.gregor.cli.logging;

import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;

/** One {@link LineLogger} per name. */
final class LineLoggers implements ILoggerFactory {
    private final ConcurrentHashMap<String, Logger> byName = new ConcurrentHashMap<>();
    private final LogTarget target;

    LineLoggers(LogTarget target) {
        this.target = target;
    }

    @Override
    public Logger getLogger(String name) {
        var known = byName.get(name);
        if (known != null) {
            return known;
        }
        var made = new LineLogger(name, target);
        var raced = byName.putIfAbsent(name, made);
        return raced == null ? made : raced;
    }
}
