package dev.gregor.cli.acl;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gregor acl list}: exit 0, also when there is none. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List ACLs: all, or those that concern a resource or a principal.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor acl list --topic orders", "  gregor acl list --principal User:billing -o json"})
public final class AclListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private AclResources resources = new AclResources();

    @Option(names = "--principal", paramLabel = "PRINCIPAL", description = "Only this one's, like User:alice.")
    private Optional<String> principal = Optional.empty();

    @Option(names = "--exact", description = "Leave out ACLs that concern the names by a wildcard or a prefix.")
    private boolean exact;

    @Override
    public Integer call() {
        var found = new LinkedHashSet<AclBinding>();
        var entries = new AccessControlEntryFilter(
                principal.map(AclNouns::principal).orElse(null), null, AclOperation.ANY, AclPermissionType.ANY);
        try (var client = connection.open()) {
            for (var resource : exact ? resources.filters() : resources.matching()) {
                found.addAll(new Acls(client).find(new AclBindingFilter(resource, entries)));
            }
        }
        var acls = new ArrayList<>(found);
        acls.sort(AclNouns.ORDER);
        var rows = new ArrayList<Row>();
        acls.forEach(acl -> rows.add(AclPhrase.row(acl)));
        output.print(spec.commandLine().getOut(), rows);
        return ExitCode.DONE;
    }
}
