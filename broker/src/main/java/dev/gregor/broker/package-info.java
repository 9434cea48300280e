/**
 * The broker, put together in {@link dev.gregor.broker.Broker}: read that first.
 *
 * <p>Packages follow features and depend one way: {@code network → api → {replication, group, quorum} → storage}; {@code
 * config} knows the settings of each and none of them knows it.
 */
@org.jspecify.annotations.NullMarked
package dev.gregor.broker;
