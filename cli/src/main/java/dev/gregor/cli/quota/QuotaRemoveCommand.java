package dev.gregor.cli.quota;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.safety.ChangeOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor quota remove}: exit 0 also where there was none. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Remove quotas of a user, a client, both, or an address.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor quota remove --user billing producer_byte_rate --yes",
            "  gregor quota remove --user billing --dry-run"
        })
public final class QuotaRemoveCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Mixin
    private QuotaTarget target = new QuotaTarget();

    @Parameters(arity = "0..*", paramLabel = "KEY", description = "Which; else all that the entity has.")
    private List<String> keys = new ArrayList<>();

    @Override
    public Integer call() {
        var entity = QuotaTarget.required(target, spec.commandLine());
        for (var key : keys) {
            try {
                QuotaKey.check(entity, key);
            } catch (IllegalArgumentException unknown) {
                throw new ParameterException(spec.commandLine(), String.valueOf(unknown.getMessage()), unknown);
            }
        }
        try (var client = connection.open()) {
            var edit = new QuotaEdit(client, entity);
            (keys.isEmpty() ? edit.present() : keys).forEach(edit::remove);
            return edit.carryOut(options, connection);
        }
    }
}
