package dev.gregor.cli.acl;

import dev.gregor.cli.Streams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** Asks before ACLs go, on stdout, and reads the answer from stdin, a terminal or not. */
final class AclQuestion {
    private final Streams streams;
    private final boolean force;
    private final BufferedReader answers;

    AclQuestion(Streams streams, boolean force) {
        this.streams = streams;
        this.force = force;
        this.answers = new BufferedReader(new InputStreamReader(streams.in(), Charset.defaultCharset()));
    }

    static String text(ResourcePatternFilter filter, Set<AccessControlEntry> entries) {
        if (entries.isEmpty()) {
            return "Are you sure you want to delete all ACLs for resource filter `" + filter + "`? (y/n)";
        }
        var text = new StringBuilder("Are you sure you want to remove ACLs: \n ");
        var separator = "";
        for (var entry : entries) {
            text.append(separator).append('\t').append(entry);
            separator = "\n";
        }
        return text + "\n from resource filter `" + filter + "`? (y/n)";
    }

    /**
     * Whether the answer is y, or nobody need be asked.
     *
     * @throws IllegalStateException when stdin ends without an answer
     */
    boolean agreed(String question) {
        if (force) {
            return true;
        }
        streams.out().println(question);
        streams.out().flush();
        try {
            var answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("stdin ended without an answer; --force answers for you.");
            }
            return answer.equalsIgnoreCase("y");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
