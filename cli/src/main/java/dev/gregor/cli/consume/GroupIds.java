package dev.gregor.cli.consume;

import java.util.Collection;

/** Names of groups in a message. */
final class GroupIds {
    private GroupIds() {}

    static String quoted(Collection<String> groups) {
        var text = new StringBuilder();
        for (var group : groups) {
            text.append(text.isEmpty() ? "'" : ", '").append(group).append('\'');
        }
        return text.toString();
    }
}
