package dev.gregor.cli.acl;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor acl add}: those that are there already are left alone; exit 1 when the cluster refuses one. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Allow, or deny, principals to do something.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor acl add User:shop --producer --topic orders --yes",
            "  gregor acl add User:audit --operation Read --topic orders --dry-run"
        })
public final class AclAddCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Mixin
    private AclResources resources = new AclResources();

    @Parameters(
            arity = "1..*",
            paramLabel = "PRINCIPAL",
            description = "Like User:alice; without a type a user's name. User:* is everyone.")
    private List<String> principals = List.of();

    @Option(names = "--operation", paramLabel = "OPERATION", description = "Read, Write and so on; may be repeated.")
    private List<String> operations = new ArrayList<>();

    @Option(names = "--producer", description = "What a producer needs on the topics and transactional ids.")
    private boolean producer;

    @Option(names = "--consumer", description = "What a consumer needs on the topics and groups.")
    private boolean consumer;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "From there only; may be repeated.")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--deny", description = "Deny instead of allow; it goes before every allow.")
    private boolean deny;

    @Override
    public Integer call() {
        var wanted = wanted();
        try (var client = connection.open()) {
            var acls = new Acls(client);
            var absent = new LinkedHashSet<>(wanted);
            for (var pattern : resources.patterns()) {
                acls.find(AclFilters.on(pattern)).forEach(absent::remove);
            }
            var added = List.copyOf(absent);
            var changes = new ArrayList<Change>();
            for (var acl : added) {
                changes.add(Change.added(AclPhrase.of(acl), AclPhrase.permission(acl))
                        .undoneBy(AclPhrase.words("remove", acl)));
            }
            return options.carryOut(connection, client, changes, agreed -> {
                var outcomes = new ArrayList<Outcome>();
                var results = acls.create(added);
                for (int i = 0; i < results.size(); i++) {
                    outcomes.add(AclFilters.outcome(changes.get(i), results.get(i)));
                }
                return outcomes;
            });
        }
    }

    private Set<AclBinding> wanted() {
        var patterns = resources.patterns();
        if (patterns.isEmpty()) {
            throw misuse("on what? --topic, --group, --transactional-id, --cluster, --delegation-token or"
                    + " --user-principal is missing");
        }
        if (operations.isEmpty() && !producer && !consumer) {
            throw misuse("to do what? --operation, --producer or --consumer is missing");
        }
        var wanted = new LinkedHashSet<AclBinding>();
        for (var pattern : patterns) {
            for (var operation : operations(pattern)) {
                for (var principal : principals) {
                    for (var host : hosts.isEmpty() ? List.of("*") : hosts) {
                        wanted.add(new AclBinding(
                                pattern,
                                new AccessControlEntry(
                                        AclNouns.principal(principal),
                                        host,
                                        operation,
                                        deny ? AclPermissionType.DENY : AclPermissionType.ALLOW)));
                    }
                }
            }
        }
        return wanted;
    }

    private Set<AclOperation> operations(ResourcePattern pattern) {
        var type = pattern.resourceType();
        var asked = new LinkedHashSet<AclOperation>();
        if (producer) {
            asked.addAll(AclNouns.producers(type));
        }
        if (consumer) {
            asked.addAll(AclNouns.consumers(type));
        }
        for (var word : operations) {
            try {
                asked.add(AclNouns.operation(word));
            } catch (IllegalArgumentException unknown) {
                throw misuse(String.valueOf(unknown.getMessage()));
            }
        }
        var possible = AclWords.operationsOn(type);
        for (var operation : asked) {
            if (!possible.contains(operation)) {
                var names = new ArrayList<String>();
                possible.forEach(one -> names.add(AclWords.name(one)));
                throw misuse("nobody can " + AclWords.name(operation) + " a " + AclPhrase.type(type) + "; there is "
                        + String.join(", ", names));
            }
        }
        return asked;
    }

    private ParameterException misuse(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
