package dev.gregor.broker;

/** The composition root: puts the broker's parts together. */
public final class Broker {
    private Broker() {}
}
