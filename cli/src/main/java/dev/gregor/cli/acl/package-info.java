/**
 * ACLs (KIP-11, KIP-290): {@code kafka-acls.sh} and {@code gregor acl}, over one set of questions and changes ({@link
 * dev.gregor.cli.acl.Acls}). Bindings and filters are kafka-clients' own values, for tools print their texts.
 */
@NullMarked
package dev.gregor.cli.acl;

import org.jspecify.annotations.NullMarked;
