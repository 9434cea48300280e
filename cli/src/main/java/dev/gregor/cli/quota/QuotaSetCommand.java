package dev.gregor.cli.quota;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.safety.ChangeOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor quota set}: exit 1 when the cluster refuses. */
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        description = "Set quotas of a user, a client, both, or an address.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor quota set --user billing producer_byte_rate=1048576 --yes",
            "  gregor quota set --user '<default>' --client-id shop request_percentage=25 --dry-run"
        })
public final class QuotaSetCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Mixin
    private QuotaTarget target = new QuotaTarget();

    @Parameters(
            arity = "1..*",
            paramLabel = "KEY=AMOUNT",
            description = "producer_byte_rate, consumer_byte_rate: bytes a second; request_percentage: of a thread;"
                    + " controller_mutation_rate, of addresses connection_creation_rate: a second.")
    private Map<String, Double> amounts = new LinkedHashMap<>();

    @Override
    public Integer call() {
        var entity = QuotaTarget.required(target, spec.commandLine());
        for (var key : amounts.keySet()) {
            try {
                QuotaKey.check(entity, key);
            } catch (IllegalArgumentException unknown) {
                throw new ParameterException(spec.commandLine(), String.valueOf(unknown.getMessage()), unknown);
            }
        }
        try (var client = connection.open()) {
            var edit = new QuotaEdit(client, entity);
            amounts.forEach(edit::set);
            return edit.carryOut(options, connection);
        }
    }
}
