package dev.gregor.cli;

import dev.gregor.cli.brokers.BrokerApiVersionsProgram;
import dev.gregor.cli.completion.CompletionNodes;
import dev.gregor.cli.completion.CompletionScript;
import dev.gregor.cli.config.ConfigsProgram;
import dev.gregor.cli.consume.ConsoleConsumerProgram;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.group.ConsumerGroupsProgram;
import dev.gregor.cli.log.DumpLogProgram;
import dev.gregor.cli.produce.ConsoleProducerProgram;
import dev.gregor.cli.topic.TopicsProgram;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** What completion scripts know: the commands of {@code gregor}, and the drop-ins. */
final class Completion {
    private Completion() {}

    /** The drop-ins whose options are completed. A new one is a line here. */
    static List<OptionTable> dropIns() {
        return List.of(
                TopicsProgram.table(),
                BrokerApiVersionsProgram.table(),
                ConfigsProgram.table(),
                ConsoleProducerProgram.table(),
                ConsoleConsumerProgram.table(),
                ConsumerGroupsProgram.table(),
                DumpLogProgram.table());
    }

    /** The commands of {@code gregor}. */
    static CommandLine commands() {
        return CommandTree.whole(Session.ofProcess(Map.of()));
    }

    static String script(CompletionScript.Shell shell) {
        return CompletionScript.of(shell, CompletionNodes.of(commands(), dropIns()));
    }
}
