/**
 * One handler per API, its versions beside it, and the registry that says what is served.
 *
 * <p>Handlers run on the event loop of the connection that asked and never block it.
 */
@org.jspecify.annotations.NullMarked
package dev.gregor.broker.api;
