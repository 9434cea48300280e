package dev.gregor.cli.apply;

import dev.gregor.cli.ConnectionOptions;
import dev.gregor.cli.ExitCode;
import dev.gregor.cli.names.Nearest;
import dev.gregor.cli.output.Yaml;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.UnsupportedApiException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gregor export}: exit 0 also where a broker does not serve a section, which stderr says. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write a cluster's topics, configs, ACLs and quotas as a file for 'gregor apply'.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor export -f cluster.yaml", "  gregor export --only topics,groups"})
public final class ExportCommand implements Callable<Integer> {
    private static final short SECURITY_DISABLED = 54;
    private static final String GROUPS = "groups";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Write there; else to standard output.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "SECTION",
            description = "These sections: topics, brokers, acls, quotas, groups (else all but groups, whose offsets"
                    + " move on).")
    private List<String> only = List.of();

    @Override
    public Integer call() throws IOException {
        var sections = sections();
        var text = new StringWriter();
        var out = new PrintWriter(text);
        try (var client = connection.open()) {
            out.println("# " + client.cluster().clusterId().orElse("a cluster without an id") + " at "
                    + connection.bootstrap() + ", by 'gregor export'");
            var root = new LinkedHashMap<String, Object>(Map.of("version", 1));
            for (var section : sections) {
                export(client, section).ifPresent(value -> root.put(section.key(), value));
            }
            Yaml.print(out, root, "");
        }
        if (file.isPresent()) {
            Files.writeString(file.get(), text.toString());
        } else {
            spec.commandLine().getOut().print(text);
        }
        return ExitCode.DONE;
    }

    private Optional<Object> export(ClusterClient client, Section section) {
        try {
            return Optional.of(section.export(client, spec.commandLine().getErr()::println));
        } catch (UnsupportedApiException notServed) {
            return leaveOut(section, String.valueOf(notServed.getMessage()));
        } catch (ApiErrorException refused) {
            if (refused.code() != SECURITY_DISABLED) {
                throw refused;
            }
            return leaveOut(section, "the brokers have no authorizer");
        }
    }

    private Optional<Object> leaveOut(Section section, String why) {
        spec.commandLine().getErr().println("No " + section.key() + ": " + why + ".");
        return Optional.empty();
    }

    private List<Section> sections() {
        var known = new ArrayList<String>();
        var chosen = new ArrayList<Section>();
        for (var section : Section.all()) {
            known.add(section.key());
            if (only.isEmpty() ? !section.key().equals(GROUPS) : only.contains(section.key())) {
                chosen.add(section);
            }
        }
        for (var name : only) {
            if (!known.contains(name)) {
                var nearest = Nearest.to(name, known);
                throw new ParameterException(
                        spec.commandLine(),
                        "no section '" + name + "'; "
                                + (nearest.isPresent()
                                        ? "did you mean '" + nearest.get() + "'?"
                                        : "there is " + String.join(", ", known)));
            }
        }
        return chosen;
    }
}
