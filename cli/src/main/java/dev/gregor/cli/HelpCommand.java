package dev.gregor.cli;

import dev.gregor.cli.help.Reference;
import dev.gregor.protocol.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor help}: a command's help, or all commands as data. */
@Command(
        name = "help",
        description = "Show the help of a command; --json gives every command as data.",
        footerHeading = "%nExamples:%n",
        footer = {"  gregor help topic describe", "  gregor help --json"})
final class HelpCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "Its words; else gregor itself.")
    private List<String> words = List.of();

    @Option(
            names = "--json",
            description = "Every command and drop-in with its options, examples and exit codes, as JSON.")
    private boolean json;

    @Option(
            names = "--write",
            hidden = true,
            paramLabel = "FOLDER",
            description = "Write docs/cli and man below this folder.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli's
    private boolean help;

    /** Of all commands there are. */
    static Reference reference() {
        var root = CommandTree.whole(Session.ofProcess(Map.of()));
        return Reference.of(root, Completion.dropIns(), Completion.argumentDropIns());
    }

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        if (json) {
            reference().printJson(out);
        } else if (folder.isPresent()) {
            for (var page : reference().files().entrySet()) {
                var file = folder.get().resolve(page.getKey());
                var parent = file.getParent();
                if (parent == null) {
                    throw new ClusterException(file + " is no place for a page.");
                }
                Files.createDirectories(parent);
                Files.writeString(file, page.getValue());
            }
        } else {
            named(CommandTree.whole(Session.of(spec))).usage(out);
        }
        return ExitCode.DONE;
    }

    private CommandLine named(CommandLine root) {
        var command = root;
        for (var word : words) {
            var below = command.getSubcommands().get(word);
            if (below == null) {
                throw new ParameterException(
                        spec.commandLine(), "there is no command '" + String.join(" ", words) + "'");
            }
            command = below;
        }
        return command;
    }
}
