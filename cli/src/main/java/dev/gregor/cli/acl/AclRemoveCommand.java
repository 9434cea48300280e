package dev.gregor.cli.acl;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Execution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor acl remove}: what is removed are the ACLs found and shown, no others; exit 0 also when there is none. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Remove the ACLs that fit all that the line says.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor acl remove User:shop --topic orders --yes",
            "  gregor acl remove --topic orders --operation Write --dry-run"
        })
public final class AclRemoveCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Mixin
    private AclResources resources = new AclResources();

    @Parameters(arity = "0..*", paramLabel = "PRINCIPAL", description = "Whose; else anyone's.")
    private List<String> principals = new ArrayList<>();

    @Option(names = "--operation", paramLabel = "OPERATION", description = "Read, Write and so on; else any.")
    private List<String> operations = new ArrayList<>();

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Those from there; else from anywhere.")
    private Optional<String> host = Optional.empty();

    @ArgGroup
    private Permission permission = new Permission();

    /** One of them at most. */
    static final class Permission {
        @Option(names = "--allow", description = "Only those that allow.")
        private boolean allow;

        @Option(names = "--deny", description = "Only those that deny.")
        private boolean deny;

        AclPermissionType type() {
            return allow ? AclPermissionType.ALLOW : deny ? AclPermissionType.DENY : AclPermissionType.ANY;
        }
    }

    @Override
    public Integer call() {
        if (principals.isEmpty() && resources.patterns().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "whose, or on what? A principal, --topic, --group or the like is missing");
        }
        try (var client = connection.open()) {
            var acls = new Acls(client);
            var found = new LinkedHashSet<AclBinding>();
            filters().forEach(filter -> found.addAll(acls.find(filter)));
            var sorted = new ArrayList<>(found);
            sorted.sort(AclNouns.ORDER);
            var changes = new ArrayList<Change>();
            var byChange = new HashMap<Change, AclBindingFilter>();
            for (var acl : sorted) {
                var change = Change.removed(AclPhrase.of(acl), AclPhrase.permission(acl))
                        .undoneBy(AclPhrase.words("add", acl));
                changes.add(change);
                byChange.put(change, acl.toFilter());
            }
            return options.carryOut(connection, client, changes, Execution.oneByOne(change -> {
                var filter = Optional.ofNullable(byChange.get(change)).orElseThrow();
                for (var outcome : acls.delete(List.of(filter))) {
                    if (outcome.error().isPresent()) {
                        throw outcome.error().get();
                    }
                }
            }));
        }
    }

    private List<AclBindingFilter> filters() {
        var filters = new ArrayList<AclBindingFilter>();
        var whose = new ArrayList<Optional<String>>();
        principals.forEach(name -> whose.add(Optional.of(AclNouns.principal(name))));
        var what = new LinkedHashSet<AclOperation>();
        for (var word : operations) {
            try {
                what.add(AclNouns.operation(word));
            } catch (IllegalArgumentException unknown) {
                throw new ParameterException(spec.commandLine(), String.valueOf(unknown.getMessage()), unknown);
            }
        }
        for (var resource : resources.filters()) {
            for (var principal : whose.isEmpty() ? List.of(Optional.<String>empty()) : whose) {
                for (var operation : what.isEmpty() ? List.of(AclOperation.ANY) : what) {
                    filters.add(new AclBindingFilter(
                            resource,
                            new AccessControlEntryFilter(
                                    principal.orElse(null), host.orElse(null), operation, permission.type())));
                }
            }
        }
        return filters;
    }
}
