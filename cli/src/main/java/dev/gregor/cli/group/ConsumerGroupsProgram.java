package dev.gregor.cli.group;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.grouptool.GroupDeletion;
import dev.gregor.cli.grouptool.GroupTool;
import dev.gregor.cli.reset.OffsetsDelete;
import dev.gregor.protocol.ClusterClient;
import java.io.PrintStream;

/**
 * {@code kafka-consumer-groups.sh}: exit 0 when it ran, even when the cluster refused (as in Kafka, which says so on stdout),
 * 1 for a line that makes no sense and for a cluster that cannot be reached.
 */
public final class ConsumerGroupsProgram implements Program {
    /** The program's options. */
    public static OptionTable table() {
        return ConsumerGroupsOptions.table();
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        // Classes and not lambdas, which would cost the start milliseconds.
        return new DropIn(table(), streams).run(arguments, new DropIn.Body() {
            @Override
            public int run(ParsedOptions options) {
                ConsumerGroupsOptions.check(options, streams.err());
                if (options.has("validate-regex")) {
                    validate(options.value("validate-regex").orElseThrow(), streams.out());
                    return 0;
                }
                return GroupTool.run("consumer group", options, streams, new GroupTool.Action() {
                    @Override
                    public void act(ClusterClient client) {
                        ConsumerGroupsProgram.act(client, options, streams);
                    }
                });
            }
        });
    }

    private static void validate(String regex, PrintStream out) {
        try {
            Pattern.compile(regex);
            out.println("The regular expression `" + regex + "` is valid.");
        } catch (PatternSyntaxException invalid) {
            out.println("The regular expression `" + regex + "` is invalid: " + invalid.getDescription() + ".");
        }
    }

    private static void act(ClusterClient client, ParsedOptions options, Streams streams) {
        if (options.has("list")) {
            ConsumerGroupsList.print(client, options, streams.out());
        } else if (options.has("describe")) {
            ConsumerGroupsDescribe.print(client, options, streams);
        } else if (options.has("delete")) {
            var ids = options.has("all-groups") ? ConsumerGroupsList.ids(client) : options.values("group");
            GroupDeletion.ofConsumerGroups(client, ids).print(streams.out(), "consumer");
        } else if (options.has("reset-offsets")) {
            ConsumerGroupsReset.run(client, options, streams);
        } else {
            OffsetsDelete.run(client, options.value("group").orElseThrow(), options.values("topic"), streams.out());
        }
    }
}
