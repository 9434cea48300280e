package dev.gregor.cli.user;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Execution;
import dev.gregor.protocol.ClusterException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gregor user remove}: the credentials cannot be brought back; exit 1 when there is none to remove. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Remove a SCRAM user's credentials.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor user remove billing --yes",
            "  gregor user remove billing --mechanism SCRAM-SHA-256 --dry-run"
        })
public final class UserRemoveCommand implements Callable<Integer> {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Parameters(paramLabel = "USER", description = "The name, without 'User:'.")
    private String name = "";

    @Option(names = "--mechanism", paramLabel = "NAME", description = "Only for this one; else for all.")
    private Optional<String> mechanismName = Optional.empty();

    @Override
    public Integer call() {
        try (var client = connection.open()) {
            var users = new ScramUsers(client);
            var changes = new ArrayList<Change>();
            var mechanisms = new HashMap<Change, ScramMechanism>();
            for (var mechanism : ScramMechanism.values()) {
                boolean asked = mechanismName.isEmpty() || mechanismName.get().equals(mechanism.mechanismName());
                users.credential(name, mechanism).filter(present -> asked).ifPresent(present -> {
                    var change = Change.removed(
                            "user " + name + ": " + present.mechanism(), present.iterations() + " iterations");
                    changes.add(change);
                    mechanisms.put(change, mechanism);
                });
            }
            if (changes.isEmpty()) {
                throw new ClusterException("user " + name + " has no credential"
                        + mechanismName.map(one -> " for " + one).orElse("")
                        + "; 'gregor user list' shows who has.");
            }
            return options.carryOut(
                    connection,
                    client,
                    changes,
                    Execution.oneByOne(change -> users.alter(
                            name,
                            List.of(),
                            List.of(Optional.ofNullable(mechanisms.get(change)).orElseThrow()))));
        }
    }
}
