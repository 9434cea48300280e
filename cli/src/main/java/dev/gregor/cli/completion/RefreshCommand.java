package dev.gregor.cli.completion;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code gregor __complete refresh KEY}: asks the cluster for its names and puts them where the scripts look. They start it in
 * the background and let nobody see what it prints.
 */
@Command(name = "__complete", hidden = true, description = "Refresh the names that completion offers.")
public final class RefreshCommand implements Callable<Integer> {
    /** Its word after {@code gregor}. */
    public static final String NAME = "__complete";

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(index = "0", paramLabel = "refresh", description = "The word refresh.")
    private String verb = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "The cache's key.")
    private String key = "";

    @Override
    public Integer call() throws IOException {
        if (!verb.equals("refresh")) {
            return ExitCode.USAGE;
        }
        var cache = NameCache.of(key, System.getenv());
        try (var client = connection.open()) {
            for (var names : ClusterNames.of(client).entrySet()) {
                cache.write(names.getKey(), names.getValue());
            }
        }
        return ExitCode.DONE;
    }
}
