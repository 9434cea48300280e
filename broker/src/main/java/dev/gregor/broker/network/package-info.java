/**
 * Netty listeners: framing, limits, the order of answers, back-pressure.
 *
 * <p>Everything of a connection runs on its event loop.
 */
@org.jspecify.annotations.NullMarked
package dev.gregor.broker.network;
