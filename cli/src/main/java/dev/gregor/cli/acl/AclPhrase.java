package dev.gregor.cli.acl;

import dev.gregor.cli.output.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** An ACL as {@code gregor acl} says it: in a phrase, a row, or the words of a line that adds or removes it. */
public final class AclPhrase {
    private static final String EVERYWHERE = "*";

    private AclPhrase() {}

    /** {@code User:alice Read on topic ord*}. */
    public static String of(AclBinding acl) {
        return "acl " + acl.entry().principal() + " "
                + AclWords.name(acl.entry().operation()) + " on " + type(acl) + " "
                + acl.pattern().name()
                + (acl.pattern().patternType() == PatternType.PREFIXED ? "*" : "")
                + (acl.entry().host().equals(EVERYWHERE)
                        ? ""
                        : " from " + acl.entry().host());
    }

    /** {@code deny} or {@code allow}. */
    public static String permission(AclBinding acl) {
        return acl.entry().permissionType() == AclPermissionType.DENY ? "deny" : "allow";
    }

    static Row row(AclBinding acl) {
        return new Row()
                .with("principal", acl.entry().principal())
                .with("permission", permission(acl))
                .with("operation", AclWords.name(acl.entry().operation()))
                .with("resource", type(acl))
                .with("name", acl.pattern().name())
                .with("pattern", acl.pattern().patternType().name().toLowerCase(Locale.ROOT))
                .with("host", acl.entry().host());
    }

    /** The words after {@code acl add} and {@code acl remove} that mean this ACL alone. */
    static List<String> words(String verb, AclBinding acl) {
        var words = new ArrayList<>(List.of("acl", verb, acl.entry().principal()));
        words.add("--operation");
        words.add(AclWords.name(acl.entry().operation()));
        words.add("--host");
        words.add(acl.entry().host());
        if (acl.entry().permissionType() == AclPermissionType.DENY) {
            words.add("--deny");
        } else if (verb.equals("remove")) {
            words.add("--allow");
        }
        switch (acl.pattern().resourceType()) {
            case CLUSTER -> words.add("--cluster");
            case TOPIC -> words.addAll(List.of("--topic", acl.pattern().name()));
            case GROUP -> words.addAll(List.of("--group", acl.pattern().name()));
            case TRANSACTIONAL_ID ->
                words.addAll(List.of("--transactional-id", acl.pattern().name()));
            case DELEGATION_TOKEN ->
                words.addAll(List.of("--delegation-token", acl.pattern().name()));
            default -> words.addAll(List.of("--user-principal", acl.pattern().name()));
        }
        if (acl.pattern().patternType() == PatternType.PREFIXED) {
            words.add("--prefixed");
        }
        return words;
    }

    private static String type(AclBinding acl) {
        return type(acl.pattern().resourceType());
    }

    static String type(ResourceType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
