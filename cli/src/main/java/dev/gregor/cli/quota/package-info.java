/** Client quotas (KIP-546): what users, clients and addresses may use; asked and changed for {@code kafka-configs.sh} and {@code gregor quota}. */
@NullMarked
package dev.gregor.cli.quota;

import org.jspecify.annotations.NullMarked;
