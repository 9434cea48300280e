package dev.gregor.cli.acl;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterUnreachableException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** {@code kafka-acls.sh}: exit 0 when done, 1 for whatever went wrong. */
public final class AclsProgram implements Program {
    /** The program's options. */
    public static OptionTable table() {
        return AclOptions.table();
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        // A class and not a lambda, which would cost the start milliseconds.
        return new DropIn(table(), streams).run(arguments, new DropIn.Body() {
            @Override
            public int run(ParsedOptions options) {
                return AclsProgram.run(streams, options);
            }
        });
    }

    private static int run(Streams streams, ParsedOptions options) {
        AclOptions.check(options);
        if (options.has("command-config") && options.values("command-config").isEmpty()) {
            streams.out().println("Did not load any properties since the property file is not specified");
        }
        try (var client = DropIn.connect(options)) {
            var acls = new Acls(client);
            if (options.has("add")) {
                add(acls, new AclLine(options), streams.out());
            } else if (options.has("remove")) {
                remove(acls, new AclLine(options), new AclQuestion(streams, options.has("force")));
            } else {
                list(acls, new AclLine(options), streams.out());
            }
            return 0;
        } catch (UsageException misuse) {
            throw misuse;
        } catch (RuntimeException failed) {
            // On stdout, as Kafka's tool says it.
            streams.out().println("Error while executing ACL command: " + text(failed));
            return 1;
        }
    }

    private static String text(RuntimeException failed) {
        if (failed instanceof ApiErrorException refused) {
            return refused.kafkaClassName() + ": " + refused.getMessage();
        }
        return failed instanceof ClusterUnreachableException
                ? "org.apache.kafka.common.errors.TimeoutException: " + failed.getMessage()
                : String.valueOf(failed.getMessage());
    }

    private static void add(Acls acls, AclLine line, PrintStream out) {
        var type = line.patternType();
        if (type != PatternType.LITERAL && type != PatternType.PREFIXED) {
            throw new UsageException(
                    "A '--resource-pattern-type' value of '" + type + "' is not valid when adding acls.");
        }
        var byResource = line.entriesByResource();
        for (var entries : byResource.values()) {
            if (entries.isEmpty()) {
                throw new UsageException(
                        "You must specify one of: --allow-principal, --deny-principal when trying to add ACLs.");
            }
        }
        for (var resource : byResource.entrySet()) {
            var filter = resource.getKey();
            add(
                    acls,
                    new ResourcePattern(filter.resourceType(), filter.name(), filter.patternType()),
                    resource.getValue(),
                    out);
        }
    }

    private static void add(Acls acls, ResourcePattern resource, Set<AccessControlEntry> entries, PrintStream out) {
        var present = acls.find(new AclBindingFilter(resource.toFilter(), AccessControlEntryFilter.ANY));
        var absent = new ArrayList<AclBinding>();
        var text = new StringBuilder("Adding ACLs for resource `" + resource + "`: \n ");
        for (var entry : entries) {
            var acl = new AclBinding(resource, entry);
            if (present.contains(acl)) {
                out.println("Acl " + acl + " already exists.");
            } else {
                text.append(absent.isEmpty() ? "" : "\n").append('\t').append(entry);
                absent.add(acl);
            }
        }
        if (!absent.isEmpty()) {
            out.println(text + "\n");
            throwFirst(acls.create(absent));
        }
    }

    private static void remove(Acls acls, AclLine line, AclQuestion question) {
        for (var resource : line.entriesByResource().entrySet()) {
            var entries = resource.getValue();
            var filter = resource.getKey();
            if (question.agreed(AclQuestion.text(filter, entries))) {
                var filters = new ArrayList<AclBindingFilter>();
                for (var entry : entries) {
                    filters.add(new AclBindingFilter(filter, entry.toFilter()));
                }
                if (entries.isEmpty()) {
                    filters.add(new AclBindingFilter(filter, AccessControlEntryFilter.ANY));
                }
                throwFirst(acls.delete(filters));
            }
        }
    }

    private static void throwFirst(List<Acls.Outcome> outcomes) {
        for (var outcome : outcomes) {
            if (outcome.error().isPresent()) {
                throw outcome.error().get();
            }
        }
    }

    private static void list(Acls acls, AclLine line, PrintStream out) {
        var resources = line.resources();
        var principals = line.principals("principal");
        if (resources.isEmpty()) {
            resources = Set.of(ResourcePatternFilter.ANY);
        }
        var entries = new ArrayList<AclBinding>();
        for (var resource : resources) {
            entries.addAll(acls.find(new AclBindingFilter(resource, AccessControlEntryFilter.ANY)));
        }
        if (principals.isEmpty()) {
            AclText.print(entries, out);
            return;
        }
        for (var principal : principals) {
            out.println("ACLs for principal `" + principal + "`");
            var its = new ArrayList<AclBinding>();
            for (var acl : entries) {
                if (acl.entry().principal().equals(principal)) {
                    its.add(acl);
                }
            }
            AclText.print(its, out);
        }
    }
}
