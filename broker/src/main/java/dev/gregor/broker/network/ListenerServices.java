package dev.gregor.broker.network;

import dev.gregor.broker.api.HandlerRegistry;

/** What the connections of one listener share. */
record ListenerServices(
        Listener listener,
        NetworkSettings settings,
        HandlerRegistry handlers,
        RequestMemory memory,
        OpenConnections connections,
        LimitedLog log) {}
