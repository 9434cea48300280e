/**
 * Contexts: clusters by name, with how to talk to them and how careful to be, in one file of the user's. {@link
 * dev.gregor.cli.context.ContextFile} reads and writes it; secrets may stay elsewhere, behind references that {@link
 * dev.gregor.cli.context.SecretReferences} resolves when a connection is opened.
 */
@NullMarked
package dev.gregor.cli.context;

import org.jspecify.annotations.NullMarked;
