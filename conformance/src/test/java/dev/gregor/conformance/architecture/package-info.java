/** Who may know whom: the direction of dependencies between modules and packages, held by tests that can fail. */
@org.jspecify.annotations.NullMarked
package dev.gregor.conformance.architecture;
