package dev.gregor.cli;

import dev.gregor.cli.apply.ApplyCommand;
import dev.gregor.cli.apply.DiffCommand;
import dev.gregor.cli.apply.ExportCommand;
import dev.gregor.cli.cluster.ClusterCommand;
import dev.gregor.cli.cluster.ClusterDoctorCommand;
import dev.gregor.cli.completion.RefreshCommand;
import dev.gregor.cli.console.ConsoleCommand;
import dev.gregor.cli.consume.ConsumeCommand;
import dev.gregor.cli.context.ContextAddCommand;
import dev.gregor.cli.context.ContextCommand;
import dev.gregor.cli.context.ContextListCommand;
import dev.gregor.cli.context.ContextRemoveCommand;
import dev.gregor.cli.context.ContextRenameCommand;
import dev.gregor.cli.context.ContextShowCommand;
import dev.gregor.cli.context.ContextUseCommand;
import dev.gregor.cli.demo.DemoCommand;
import dev.gregor.cli.group.GroupCommand;
import dev.gregor.cli.group.GroupDeleteCommand;
import dev.gregor.cli.group.GroupDescribeCommand;
import dev.gregor.cli.group.GroupLagCommand;
import dev.gregor.cli.group.GroupListCommand;
import dev.gregor.cli.group.GroupMembersCommand;
import dev.gregor.cli.group.GroupResetCommand;
import dev.gregor.cli.group.GroupStateCommand;
import dev.gregor.cli.log.LogCommand;
import dev.gregor.cli.log.LogDumpCommand;
import dev.gregor.cli.log.LogListCommand;
import dev.gregor.cli.log.LogOffsetsCommand;
import dev.gregor.cli.log.LogStatsCommand;
import dev.gregor.cli.log.LogVerifyCommand;
import dev.gregor.cli.produce.ProduceCommand;
import dev.gregor.cli.safety.UndoCommand;
import dev.gregor.cli.server.BrokerCommand;
import dev.gregor.cli.topic.TopicAlterCommand;
import dev.gregor.cli.topic.TopicCommand;
import dev.gregor.cli.topic.TopicCreateCommand;
import dev.gregor.cli.topic.TopicDeleteCommand;
import dev.gregor.cli.topic.TopicDescribeCommand;
import dev.gregor.cli.topic.TopicListCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The tree behind {@code gregor}: nouns, and their verbs below them.
 *
 * <p>Reading a command's annotations costs milliseconds, so a line builds only the branch it names; help, completion and
 * a mistyped name build the whole tree.
 */
final class CommandTree {
    /** Every command as its words, parents first. A new command is one line here and one in {@link #command}. */
    static final List<String> PATHS = List.of(
            "topic",
            "topic list",
            "topic describe",
            "topic create",
            "topic alter",
            "topic delete",
            "apply",
            "diff",
            "export",
            "broker",
            "cluster",
            "cluster doctor",
            "console",
            "context",
            "context add",
            "context use",
            "context list",
            "context show",
            "context remove",
            "context rename",
            "log",
            "log dump",
            "log verify",
            "log stats",
            "log offsets",
            "log ls",
            "consume",
            "demo",
            "produce",
            "group",
            "group list",
            "group describe",
            "group lag",
            "group members",
            "group reset",
            "group delete",
            "group state",
            "completion",
            "help",
            "undo");

    private CommandTree() {}

    private static Object command(String path) {
        return switch (path) {
            case "topic" -> new TopicCommand();
            case "apply" -> new ApplyCommand();
            case "diff" -> new DiffCommand();
            case "export" -> new ExportCommand();
            case "broker" -> new BrokerCommand();
            case "cluster" -> new ClusterCommand();
            case "cluster doctor" -> new ClusterDoctorCommand();
            case "console" -> new ConsoleCommand();
            case "context" -> new ContextCommand();
            case "context add" -> new ContextAddCommand();
            case "context use" -> new ContextUseCommand();
            case "context list" -> new ContextListCommand();
            case "context show" -> new ContextShowCommand();
            case "context remove" -> new ContextRemoveCommand();
            case "context rename" -> new ContextRenameCommand();
            case "log" -> new LogCommand();
            case "log dump" -> new LogDumpCommand();
            case "log verify" -> new LogVerifyCommand();
            case "log stats" -> new LogStatsCommand();
            case "log offsets" -> new LogOffsetsCommand();
            case "log ls" -> new LogListCommand();
            case "consume" -> new ConsumeCommand();
            case "demo" -> new DemoCommand();
            case "produce" -> new ProduceCommand();
            case "group" -> new GroupCommand();
            case "group list" -> new GroupListCommand();
            case "group describe" -> new GroupDescribeCommand();
            case "group lag" -> new GroupLagCommand();
            case "group members" -> new GroupMembersCommand();
            case "group reset" -> new GroupResetCommand();
            case "group delete" -> new GroupDeleteCommand();
            case "group state" -> new GroupStateCommand();
            case "topic list" -> new TopicListCommand();
            case "topic describe" -> new TopicDescribeCommand();
            case "topic create" -> new TopicCreateCommand();
            case "topic alter" -> new TopicAlterCommand();
            case "topic delete" -> new TopicDeleteCommand();
            case "completion" -> new CompletionCommand();
            case "help" -> new HelpCommand();
            case "undo" -> new UndoCommand();
            default -> throw new IllegalArgumentException("no command at '" + path + "'");
        };
    }

    /** The whole tree. */
    static CommandLine whole(Session session) {
        var root = new CommandLine(new GregorCommand(session));
        for (var path : PATHS) {
            add(root, path);
        }
        return root;
    }

    /** The tree as far as this line needs it. */
    static CommandLine forLine(String[] arguments, Session session) {
        if (arguments.length > 0 && arguments[0].equals(RefreshCommand.NAME)) {
            return new CommandLine(new GregorCommand(session)).addSubcommand(new RefreshCommand());
        }
        if (arguments.length == 0 || !PATHS.contains(arguments[0])) {
            return whole(session);
        }
        var noun = arguments[0];
        var verb = arguments.length > 1 ? noun + " " + arguments[1] : "";
        boolean allVerbs = !PATHS.contains(verb);
        var root = new CommandLine(new GregorCommand(session));
        for (var path : PATHS) {
            if (path.equals(noun) || path.equals(verb) || allVerbs && path.startsWith(noun + " ")) {
                add(root, path);
            }
        }
        return root;
    }

    private static void add(CommandLine root, String path) {
        int space = path.indexOf(' ');
        var noun = space < 0 ? path : path.substring(0, space);
        var parent = space < 0 ? root : root.getSubcommands().get(noun);
        if (parent == null) {
            throw new IllegalArgumentException("'" + path + "' stands before its noun");
        }
        parent.addSubcommand(path.substring(space + 1), new CommandLine(CommandSpec.forAnnotatedObject(command(path))));
    }
}
