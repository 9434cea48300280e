/**
 * Talking to a cluster: {@link dev.gregor.protocol.ClusterClient} over plain blocking sockets, with kafka-clients' generated
 * message classes and none of its networking, so that a process is ready to ask within milliseconds.
 *
 * <p>Every call runs, waits and fails on the caller's thread, and ends with an interrupt of it; a second one watches the
 * clock while a request is written that the sockets' buffers may not take. Knows no other module. Speaks with Apache
 * Kafka from 2.8 on (and whatever answers ApiVersions): each broker is asked what it serves (KIP-511), and each request
 * goes out in the newest version both sides know.
 */
@NullMarked
package dev.gregor.protocol;

import org.jspecify.annotations.NullMarked;
