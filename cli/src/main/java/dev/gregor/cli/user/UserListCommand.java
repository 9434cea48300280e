package dev.gregor.cli.user;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor user list}: exit 0, also when there is none; 1 when one of them could not be read. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List users with the SCRAM mechanisms they have a credential for.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor user list", "  gregor user list billing -o json"})
public final class UserListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(arity = "0..*", paramLabel = "USER", description = "Only these, without 'User:'.")
    private List<String> names = new ArrayList<>();

    @Override
    public Integer call() {
        var rows = new ArrayList<Row>();
        int exitCode = ExitCode.DONE;
        try (var client = connection.open()) {
            var users = new ScramUsers(client).find(names);
            users.sort(Comparator.comparing(ScramUsers.User::name));
            for (var user : users) {
                if (user.error().isPresent()) {
                    exitCode = ExitCode.FAILED;
                    spec.commandLine()
                            .getErr()
                            .println("gregor user list: " + user.name() + ": "
                                    + user.error().get().getMessage());
                }
                for (var credential : user.credentials()) {
                    rows.add(new Row()
                            .with("user", user.name())
                            .with("mechanism", credential.mechanism())
                            .with("iterations", credential.iterations()));
                }
            }
        }
        output.print(spec.commandLine().getOut(), rows);
        return exitCode;
    }
}
