package dev.gregor.cli;

import dev.gregor.cli.completion.CompletionScript;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gregor completion SHELL}: the script that makes the shell complete {@code gregor} and the drop-ins. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print the completion script of a shell: source <(gregor completion bash).",
        footerHeading = "%nExamples:%n",
        footer = {"  source <(gregor completion bash)", "  gregor completion fish > gregor.fish"})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    @SuppressWarnings("NullAway.Init") // picocli's
    private CompletionScript.Shell shell;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(Completion.script(shell));
        return ExitCode.DONE;
    }
}
