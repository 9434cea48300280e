/** Built to break the rules of the house. */
@org.jspecify.annotations.NullMarked
package dev.gregor.conformance.architecture.offending.broker.group;
