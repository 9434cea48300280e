package dev.gregor.cli.apply;

import dev.gregor.cli.acl.AclPhrase;
import dev.gregor.cli.acl.AclWords;
import dev.gregor.cli.acl.Acls;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.Step;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** {@code acls}: a list; one that says {@code absent: true} shall not be there. */
final class AclSection implements Section {
    private static final String KEY = "acls";
    private static final List<String> FIELDS =
            List.of("resource", "name", "pattern", "principal", "host", "operation", "permission", "absent");
    private static final String CLUSTER_NAME = "kafka-cluster";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Wanted read(YamlValue value) {
        var wanted = new LinkedHashMap<AclBinding, Boolean>();
        for (var item : value.items()) {
            var fields = item.fields(FIELDS);
            boolean absent =
                    fields.containsKey("absent") && fields.get("absent").truth();
            var operation = required(item, fields, "operation");
            for (var one : operation.isList() ? operation.items() : List.of(operation)) {
                var before = wanted.put(binding(item, fields, one), !absent);
                if (before != null && before == absent) {
                    throw item.wrong("is there twice, once as absent");
                }
            }
        }
        return (client, prune) ->
                compare(client, wanted, new LinkedHashSet<>(new Acls(client).find(AclBindingFilter.ANY)), prune);
    }

    private static AclBinding binding(YamlValue item, Map<String, YamlValue> fields, YamlValue operation) {
        var resource = oneOf(ResourceType.values(), required(item, fields, "resource"));
        var name = resource == ResourceType.CLUSTER
                ? CLUSTER_NAME
                : required(item, fields, "name").text();
        var pattern = fields.containsKey("pattern")
                ? oneOf(new PatternType[] {PatternType.LITERAL, PatternType.PREFIXED}, fields.get("pattern"))
                : PatternType.LITERAL;
        var principal = required(item, fields, "principal");
        if (principal.text().indexOf(':') < 0) {
            throw principal.wrong("should be like User:alice");
        }
        var permission = fields.containsKey("permission")
                ? oneOf(
                        new AclPermissionType[] {AclPermissionType.ALLOW, AclPermissionType.DENY},
                        fields.get("permission"))
                : AclPermissionType.ALLOW;
        var host = fields.containsKey("host") ? fields.get("host").text() : "*";
        return new AclBinding(
                new ResourcePattern(resource, name, pattern),
                new AccessControlEntry(principal.text(), host, oneOf(AclOperation.values(), operation), permission));
    }

    private static YamlValue required(YamlValue item, Map<String, YamlValue> fields, String name) {
        var field = fields.get(name);
        if (field == null) {
            throw item.wrong("has no '" + name + "'");
        }
        return field;
    }

    /** The constant of this name in any case, with or without the underscores. */
    private static <E extends Enum<E>> E oneOf(E[] constants, YamlValue value) {
        var word = value.text().replace("_", "").toUpperCase(Locale.ROOT);
        var known = new ArrayList<String>();
        for (var constant : constants) {
            boolean isReal =
                    !constant.name().equals("UNKNOWN") && !constant.name().equals("ANY");
            if (isReal && constant.name().replace("_", "").equals(word)) {
                return constant;
            }
            if (isReal) {
                known.add(AclWords.name(constant));
            }
        }
        throw value.wrong("'" + value.text() + "' is none of " + String.join(", ", known));
    }

    /** Compares; asks nothing. */
    static List<Step> compare(
            ClusterClient client, Map<AclBinding, Boolean> wanted, Set<AclBinding> present, boolean prune) {
        var steps = new ArrayList<Step>();
        wanted.forEach((acl, there) -> {
            if (there && !present.contains(acl)) {
                var change = Change.added(AclPhrase.of(acl), AclPhrase.permission(acl))
                        .undoneBy(UndoLine.of(KEY, List.of(fields(acl, true))));
                steps.add(Step.allOrNone(List.of(change), () -> check(new Acls(client).create(List.of(acl)))));
            }
        });
        for (var acl : present) {
            boolean unwanted = !wanted.getOrDefault(acl, !prune);
            if (unwanted) {
                var change = Change.removed(AclPhrase.of(acl), AclPhrase.permission(acl))
                        .undoneBy(UndoLine.of(KEY, List.of(fields(acl, false))));
                steps.add(Step.allOrNone(
                        List.of(change), () -> check(new Acls(client).delete(List.of(acl.toFilter())))));
            }
        }
        return steps;
    }

    private static void check(List<Acls.Outcome> outcomes) {
        for (var outcome : outcomes) {
            Optional<ApiErrorException> error = outcome.error();
            if (error.isPresent()) {
                throw error.get();
            }
        }
    }

    private static Map<String, Object> fields(AclBinding acl, boolean absent) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("resource", AclWords.name(acl.pattern().resourceType()));
        fields.put("name", acl.pattern().name());
        fields.put("pattern", AclWords.name(acl.pattern().patternType()));
        fields.put("principal", acl.entry().principal());
        fields.put("host", acl.entry().host());
        fields.put("operation", AclWords.name(acl.entry().operation()));
        fields.put("permission", AclWords.name(acl.entry().permissionType()));
        if (absent) {
            fields.put("absent", true);
        }
        return fields;
    }

    @Override
    public Object export(ClusterClient client, Consumer<String> leftOut) {
        var acls = new Acls(client).find(AclBindingFilter.ANY);
        acls.sort(Comparator.comparing(AclPhrase::of));
        var items = new ArrayList<Map<String, Object>>();
        acls.forEach(acl -> items.add(fields(acl, false)));
        return items;
    }
}
