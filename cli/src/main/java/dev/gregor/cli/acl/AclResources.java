package dev.gregor.cli.acl;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import picocli.CommandLine.Option;

/** The options that say what ACLs are on. */
final class AclResources {
    private static final String CLUSTER_NAME = "kafka-cluster";

    @Option(names = "--topic", paramLabel = "NAME", description = "A topic; '*' is every topic.")
    private List<String> topics = new ArrayList<>();

    @Option(names = "--group", paramLabel = "ID", description = "A group; '*' is every group.")
    private List<String> groups = new ArrayList<>();

    @Option(names = "--transactional-id", paramLabel = "ID", description = "A transactional id.")
    private List<String> transactionalIds = new ArrayList<>();

    @Option(names = "--delegation-token", paramLabel = "ID", description = "A delegation token.")
    private List<String> tokens = new ArrayList<>();

    @Option(names = "--user-principal", paramLabel = "PRINCIPAL", description = "A user, whose tokens it is about.")
    private List<String> users = new ArrayList<>();

    @Option(names = "--cluster", description = "The cluster itself.")
    private boolean cluster;

    @Option(names = "--prefixed", description = "Names are beginnings of names.")
    private boolean prefixed;

    /** The patterns that these options name, none when there are none. */
    List<ResourcePattern> patterns() {
        var type = prefixed ? PatternType.PREFIXED : PatternType.LITERAL;
        var patterns = new ArrayList<ResourcePattern>();
        topics.forEach(name -> patterns.add(new ResourcePattern(ResourceType.TOPIC, name, type)));
        groups.forEach(name -> patterns.add(new ResourcePattern(ResourceType.GROUP, name, type)));
        transactionalIds.forEach(id -> patterns.add(new ResourcePattern(ResourceType.TRANSACTIONAL_ID, id, type)));
        tokens.forEach(id -> patterns.add(new ResourcePattern(ResourceType.DELEGATION_TOKEN, id, type)));
        users.forEach(name -> patterns.add(new ResourcePattern(ResourceType.USER, name, type)));
        if (cluster) {
            patterns.add(new ResourcePattern(ResourceType.CLUSTER, CLUSTER_NAME, PatternType.LITERAL));
        }
        return patterns;
    }

    /** The same as filters; one that lets everything through when there are none. */
    List<ResourcePatternFilter> filters() {
        var filters = new ArrayList<ResourcePatternFilter>();
        patterns().forEach(pattern -> filters.add(pattern.toFilter()));
        if (filters.isEmpty()) {
            filters.add(
                    prefixed
                            ? new ResourcePatternFilter(ResourceType.ANY, null, PatternType.PREFIXED)
                            : ResourcePatternFilter.ANY);
        }
        return filters;
    }

    /** Filters that let through whatever concerns these names, wildcards and prefixes too. */
    List<ResourcePatternFilter> matching() {
        var filters = new ArrayList<ResourcePatternFilter>();
        for (var filter : filters()) {
            filters.add(
                    filter.name() == null
                            ? filter
                            : new ResourcePatternFilter(filter.resourceType(), filter.name(), PatternType.MATCH));
        }
        return filters;
    }
}
