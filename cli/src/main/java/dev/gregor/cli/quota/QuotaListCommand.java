package dev.gregor.cli.quota;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.output.OutputOptions;
import dev.gregor.cli.output.Row;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gregor quota list}: exit 0, also when there is none. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List quotas: all, or those of entities with these parts.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor quota list", "  gregor quota list --user billing -o json"})
public final class QuotaListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private QuotaTarget target = new QuotaTarget();

    @Override
    public Integer call() {
        var rows = new TreeMap<String, Row>();
        try (var client = connection.open()) {
            for (var quota : new Quotas(client).find(target.components(), false)) {
                var entity = QuotaTarget.text(quota.entity());
                quota.values()
                        .forEach((key, amount) -> rows.put(entity + '\0' + key, row(quota.entity(), key, amount)));
            }
        }
        output.print(spec.commandLine().getOut(), new ArrayList<>(rows.values()));
        return ExitCode.DONE;
    }

    private static Row row(QuotaEntity entity, String key, double amount) {
        return new Row()
                .with("entity", QuotaTarget.text(entity))
                .with("quota", key)
                .with("value", QuotaAmount.number(amount))
                .withDetail("user", part(entity, QuotaEntity.USER))
                .withDetail("clientId", part(entity, QuotaEntity.CLIENT_ID))
                .withDetail("ip", part(entity, QuotaEntity.IP));
    }

    private static Optional<String> part(QuotaEntity entity, String kind) {
        for (var part : entity.parts()) {
            if (part.kind().equals(kind)) {
                return Optional.of(part.name().orElse(QuotaEntity.DEFAULT));
            }
        }
        return Optional.empty();
    }
}
