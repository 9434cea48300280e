package dev.gregor.cli.user;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.safety.Change;
import dev.gregor.cli.safety.ChangeOptions;
import dev.gregor.cli.safety.Execution;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor user add}: a user that is there gets the new password; exit 1 when the cluster refuses. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Add a SCRAM user, or give one a new password.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor user add billing --password-file billing.secret --dry-run",
            "  gregor user add billing --mechanism SCRAM-SHA-256 --password-env BILLING_SECRET --dry-run"
        })
public final class UserAddCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Mixin
    private PasswordSource password = new PasswordSource();

    @Parameters(paramLabel = "USER", description = "The name, without 'User:'.")
    private String name = "";

    @Option(
            names = "--mechanism",
            paramLabel = "NAME",
            defaultValue = "SCRAM-SHA-512",
            description = "SCRAM-SHA-256 or SCRAM-SHA-512 (default: ${DEFAULT-VALUE}).")
    private String mechanismName = "";

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "4096",
            description = "How often the password is hashed (default: ${DEFAULT-VALUE}, the least).")
    private int iterations;

    @Override
    public Integer call() {
        var mechanism = ScramMechanism.named(mechanismName)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "'" + mechanismName + "' is no mechanism; there is SCRAM-SHA-256 and SCRAM-SHA-512"));
        if (iterations < ScramMechanism.MIN_ITERATIONS) {
            throw new ParameterException(
                    spec.commandLine(), "--iterations is at least " + ScramMechanism.MIN_ITERATIONS);
        }
        // A dry run needs no secret, and so reads none.
        var typed = options.isDryRun() ? "" : password.read(connection.session(), spec.commandLine());
        var secret = new ScramUsers.Secret(mechanism, iterations, typed);
        try (var client = connection.open()) {
            var users = new ScramUsers(client);
            var from = users.credential(name, mechanism);
            var what = "user " + name + ": " + mechanism.mechanismName();
            var to = iterations + " iterations" + (from.isPresent() ? ", new password" : "");
            var change = Change.of(
                    what, from.map(now -> now.iterations() + " iterations").orElse(Change.NOTHING), to);
            if (from.isEmpty()) {
                change = change.undoneBy("user", "remove", name, "--mechanism", mechanism.mechanismName());
            }
            return options.carryOut(
                    connection,
                    client,
                    List.of(change),
                    Execution.oneByOne(agreed -> users.alter(name, List.of(secret), List.of())));
        }
    }
}
