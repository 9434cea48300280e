package dev.gregor.cli.acl;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gregor acl}: the noun; its verbs do the work. */
@Command(
        name = "acl",
        mixinStandardHelpOptions = true,
        description = "List, add and remove ACLs: who may do what, from where.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gregor acl list --topic orders",
            "  gregor acl add User:billing --consumer --topic orders --group billing --yes"
        })
public final class AclCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a verb is missing");
    }
}
