package dev.gregor.cli;

import dev.gregor.cli.acl.AclAddCommand;
import dev.gregor.cli.acl.AclCommand;
import dev.gregor.cli.acl.AclListCommand;
import dev.gregor.cli.acl.AclRemoveCommand;
import dev.gregor.cli.apply.ApplyCommand;
import dev.gregor.cli.apply.DiffCommand;
import dev.gregor.cli.apply.ExportCommand;
import dev.gregor.cli.brokers.BrokerDescribeCommand;
import dev.gregor.cli.brokers.BrokerListCommand;
import dev.gregor.cli.brokers.BrokerLogDirsCommand;
import dev.gregor.cli.cluster.ClusterCommand;
import dev.gregor.cli.cluster.ClusterDoctorCommand;
import dev.gregor.cli.cluster.ClusterFeaturesCommand;
import dev.gregor.cli.cluster.ClusterInfoCommand;
import dev.gregor.cli.cluster.ClusterQuorumCommand;
import dev.gregor.cli.completion.RefreshCommand;
import dev.gregor.cli.config.ConfigCommand;
import dev.gregor.cli.config.ConfigGetCommand;
import dev.gregor.cli.config.ConfigListCommand;
import dev.gregor.cli.config.ConfigSetCommand;
import dev.gregor.cli.config.ConfigUnsetCommand;
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
import dev.gregor.cli.leader.LeaderCommand;
import dev.gregor.cli.leader.LeaderElectCommand;
import dev.gregor.cli.leader.LeaderListCommand;
import dev.gregor.cli.log.LogCommand;
import dev.gregor.cli.log.LogDumpCommand;
import dev.gregor.cli.log.LogListCommand;
import dev.gregor.cli.log.LogOffsetsCommand;
import dev.gregor.cli.log.LogStatsCommand;
import dev.gregor.cli.log.LogVerifyCommand;
import dev.gregor.cli.produce.ProduceCommand;
import dev.gregor.cli.quota.QuotaCommand;
import dev.gregor.cli.quota.QuotaListCommand;
import dev.gregor.cli.quota.QuotaRemoveCommand;
import dev.gregor.cli.quota.QuotaSetCommand;
import dev.gregor.cli.safety.UndoCommand;
import dev.gregor.cli.server.BrokerCommand;
import dev.gregor.cli.topic.TopicAlterCommand;
import dev.gregor.cli.topic.TopicCommand;
import dev.gregor.cli.topic.TopicCreateCommand;
import dev.gregor.cli.topic.TopicDeleteCommand;
import dev.gregor.cli.topic.TopicDeleteRecordsCommand;
import dev.gregor.cli.topic.TopicDescribeCommand;
import dev.gregor.cli.topic.TopicListCommand;
import dev.gregor.cli.tx.TxAbortCommand;
import dev.gregor.cli.tx.TxCommand;
import dev.gregor.cli.tx.TxDescribeCommand;
import dev.gregor.cli.tx.TxHangingCommand;
import dev.gregor.cli.tx.TxListCommand;
import dev.gregor.cli.tx.TxProducersCommand;
import dev.gregor.cli.user.UserAddCommand;
import dev.gregor.cli.user.UserCommand;
import dev.gregor.cli.user.UserListCommand;
import dev.gregor.cli.user.UserRemoveCommand;
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
            "topic delete-records",
            "acl",
            "acl list",
            "acl add",
            "acl remove",
            "apply",
            "diff",
            "export",
            "broker",
            "broker list",
            "broker describe",
            "broker logdirs",
            "cluster",
            "cluster info",
            "cluster features",
            "cluster quorum",
            "cluster doctor",
            "config",
            "config list",
            "config get",
            "config set",
            "config unset",
            "console",
            "context",
            "context add",
            "context use",
            "context list",
            "context show",
            "context remove",
            "context rename",
            "leader",
            "leader list",
            "leader elect",
            "log",
            "log dump",
            "log verify",
            "log stats",
            "log offsets",
            "log ls",
            "quota",
            "quota list",
            "quota set",
            "quota remove",
            "user",
            "user list",
            "user add",
            "user remove",
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
            "tx",
            "tx list",
            "tx describe",
            "tx producers",
            "tx hanging",
            "tx abort",
            "help",
            "undo");

    private CommandTree() {}

    private static Object command(String path) {
        return switch (path) {
            case "topic" -> new TopicCommand();
            case "acl" -> new AclCommand();
            case "acl list" -> new AclListCommand();
            case "acl add" -> new AclAddCommand();
            case "acl remove" -> new AclRemoveCommand();
            case "apply" -> new ApplyCommand();
            case "diff" -> new DiffCommand();
            case "export" -> new ExportCommand();
            case "broker" -> new BrokerCommand();
            case "broker list" -> new BrokerListCommand();
            case "broker describe" -> new BrokerDescribeCommand();
            case "broker logdirs" -> new BrokerLogDirsCommand();
            case "cluster" -> new ClusterCommand();
            case "cluster info" -> new ClusterInfoCommand();
            case "cluster features" -> new ClusterFeaturesCommand();
            case "cluster quorum" -> new ClusterQuorumCommand();
            case "cluster doctor" -> new ClusterDoctorCommand();
            case "config" -> new ConfigCommand();
            case "config list" -> new ConfigListCommand();
            case "config get" -> new ConfigGetCommand();
            case "config set" -> new ConfigSetCommand();
            case "config unset" -> new ConfigUnsetCommand();
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
            case "quota" -> new QuotaCommand();
            case "quota list" -> new QuotaListCommand();
            case "quota set" -> new QuotaSetCommand();
            case "quota remove" -> new QuotaRemoveCommand();
            case "user" -> new UserCommand();
            case "user list" -> new UserListCommand();
            case "user add" -> new UserAddCommand();
            case "user remove" -> new UserRemoveCommand();
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
            case "topic delete-records" -> new TopicDeleteRecordsCommand();
            case "completion" -> new CompletionCommand();
            case "leader" -> new LeaderCommand();
            case "leader list" -> new LeaderListCommand();
            case "leader elect" -> new LeaderElectCommand();
            case "tx" -> new TxCommand();
            case "tx list" -> new TxListCommand();
            case "tx describe" -> new TxDescribeCommand();
            case "tx producers" -> new TxProducersCommand();
            case "tx hanging" -> new TxHangingCommand();
            case "tx abort" -> new TxAbortCommand();
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
