package dev.gregor.cli.acl;

import dev.gregor.cli.dropin.OptionException;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;

/** What a line of {@code kafka-acls.sh} speaks of: resources, and the entries for each. */
final class AclLine {
    private static final ResourcePatternFilter CLUSTER =
            new ResourcePatternFilter(ResourceType.CLUSTER, "kafka-cluster", PatternType.LITERAL);
    private static final Set<String> EVERY_HOST = Set.of("*");

    private final ParsedOptions options;

    AclLine(ParsedOptions options) {
        this.options = options;
    }

    PatternType patternType() {
        var word = options.value("resource-pattern-type");
        if (word.isEmpty()) {
            return PatternType.LITERAL;
        }
        return AclWords.patternType(word.get())
                .orElseThrow(() -> new OptionException(
                        "Cannot parse argument '" + word.get() + "' of option resource-pattern-type"));
    }

    /** The resources of the line, none when it names none. */
    Set<ResourcePatternFilter> resources() {
        var type = patternType();
        var resources = new LinkedHashSet<ResourcePatternFilter>();
        add(resources, "topic", ResourceType.TOPIC, type);
        if (type == PatternType.LITERAL && (options.has("cluster") || options.has("idempotent"))) {
            resources.add(CLUSTER);
        }
        add(resources, "group", ResourceType.GROUP, type);
        for (var id : options.values("transactional-id")) {
            resources.add(new ResourcePatternFilter(ResourceType.TRANSACTIONAL_ID, id, type));
        }
        add(resources, "delegation-token", ResourceType.DELEGATION_TOKEN, type);
        add(resources, "user-principal", ResourceType.USER, type);
        return resources;
    }

    private void add(Set<ResourcePatternFilter> resources, String option, ResourceType kind, PatternType type) {
        for (var name : options.values(option)) {
            resources.add(new ResourcePatternFilter(kind, name.trim(), type));
        }
    }

    /**
     * The entries that the line says for each of its resources; no entries when it names no principal.
     *
     * @throws UsageException when it names no resource, or an operation a resource has not
     */
    Map<ResourcePatternFilter, Set<AccessControlEntry>> entriesByResource() {
        var entries = new LinkedHashMap<ResourcePatternFilter, Set<AccessControlEntry>>();
        boolean isProducer = options.has("producer");
        boolean isConsumer = options.has("consumer");
        if (!isProducer && !isConsumer) {
            var operations = new LinkedHashSet<AclOperation>();
            for (var word : options.values("operation")) {
                operations.add(AclWords.operation(word.trim()));
            }
            if (operations.isEmpty()) {
                operations.add(AclOperation.ALL);
            }
            var same = entries(operations);
            for (var resource : requiredResources()) {
                entries.put(resource, same);
            }
        }
        if (isProducer) {
            addProducers(entries);
        }
        if (isConsumer) {
            addConsumers(entries);
        }
        checkOperations(entries);
        return entries;
    }

    private Set<ResourcePatternFilter> requiredResources() {
        var resources = resources();
        if (resources.isEmpty()) {
            throw new UsageException("You must provide at least one resource: --topic <topic> or --cluster or --group"
                    + " <group> or --delegation-token <Delegation Token ID>");
        }
        return resources;
    }

    private void addProducers(Map<ResourcePatternFilter, Set<AccessControlEntry>> entries) {
        for (var resource : requiredResources()) {
            if (resource.resourceType() == ResourceType.TOPIC) {
                merge(entries, resource, AclOperation.WRITE, AclOperation.DESCRIBE, AclOperation.CREATE);
            } else if (resource.resourceType() == ResourceType.TRANSACTIONAL_ID) {
                merge(entries, resource, AclOperation.WRITE, AclOperation.DESCRIBE);
            }
        }
        if (options.has("idempotent")) {
            merge(entries, CLUSTER, AclOperation.IDEMPOTENT_WRITE);
        }
    }

    private void addConsumers(Map<ResourcePatternFilter, Set<AccessControlEntry>> entries) {
        for (var resource : requiredResources()) {
            if (resource.resourceType() == ResourceType.TOPIC) {
                merge(entries, resource, AclOperation.READ, AclOperation.DESCRIBE);
            } else if (resource.resourceType() == ResourceType.GROUP) {
                merge(entries, resource, AclOperation.READ);
            }
        }
    }

    private void merge(
            Map<ResourcePatternFilter, Set<AccessControlEntry>> entries,
            ResourcePatternFilter resource,
            AclOperation... operations) {
        var sofar = entries.get(resource);
        if (sofar == null) {
            sofar = new LinkedHashSet<>();
            entries.put(resource, sofar);
        }
        sofar.addAll(entries(new LinkedHashSet<>(List.of(operations))));
    }

    private Set<AccessControlEntry> entries(Set<AclOperation> operations) {
        var entries = new LinkedHashSet<AccessControlEntry>();
        addEntries(entries, AclPermissionType.ALLOW, "allow-principal", "allow-host", operations);
        addEntries(entries, AclPermissionType.DENY, "deny-principal", "deny-host", operations);
        return entries;
    }

    private void addEntries(
            Set<AccessControlEntry> entries,
            AclPermissionType permission,
            String principalOption,
            String hostOption,
            Set<AclOperation> operations) {
        var hosts = new LinkedHashSet<String>();
        for (var host : options.values(hostOption)) {
            hosts.add(host.trim());
        }
        for (var principal : principals(principalOption)) {
            for (var operation : operations) {
                for (var host : hosts.isEmpty() ? EVERY_HOST : hosts) {
                    entries.add(new AccessControlEntry(principal, host, operation, permission));
                }
            }
        }
    }

    /** The principals that an option names, each once. */
    List<String> principals(String option) {
        var principals = new LinkedHashSet<String>();
        for (var text : options.values(option)) {
            principals.add(AclWords.principal(text.trim()));
        }
        return new ArrayList<>(principals);
    }

    private static void checkOperations(Map<ResourcePatternFilter, Set<AccessControlEntry>> entries) {
        for (var resource : entries.entrySet()) {
            var valid = AclWords.operationsOn(resource.getKey().resourceType());
            for (var entry : resource.getValue()) {
                if (!valid.contains(entry.operation())) {
                    throw new UsageException(
                            "ResourceType " + resource.getKey().resourceType() + " only supports operations " + valid);
                }
            }
        }
    }
}
