package dev.gregor.cli.acl;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclBinding;

/** ACLs as {@code kafka-acls.sh} lists them, by resource; sorted, where Kafka's tool has the order of a hash that is another in each run. */
final class AclText {
    private AclText() {}

    static void print(List<AclBinding> acls, PrintStream out) {
        var byResource = new TreeMap<String, Set<String>>();
        for (var acl : acls) {
            var resource = acl.pattern().toString();
            var entries = byResource.get(resource);
            if (entries == null) {
                entries = new TreeSet<>();
                byResource.put(resource, entries);
            }
            entries.add("\t" + acl.entry());
        }
        for (var resource : byResource.entrySet()) {
            out.println("Current ACLs for resource `" + resource.getKey() + "`:\n"
                    + String.join("\n", resource.getValue()) + "\n");
        }
    }
}
