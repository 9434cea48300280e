package dev.gregor.cli.streams;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.coordinator.GroupListings;
import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionException;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.cli.grouptool.GroupList;
import dev.gregor.cli.grouptool.GroupTool;
import dev.gregor.cli.reset.OffsetsDelete;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterUnreachableException;
import java.util.List;
import java.util.Map;

/** {@code kafka-streams-groups.sh} (KIP-1071): exit 0 when it ran, 1 for whatever went wrong. */
public final class StreamsGroupsProgram implements Program {
    private static final int FAILED = 1;

    /** The program's options. */
    public static OptionTable table() {
        return StreamsGroupsOptions.table();
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        // A class and not a lambda, which would cost the start milliseconds.
        return new DropIn(table(), streams).run(arguments, new DropIn.Body() {
            @Override
            public int run(ParsedOptions options) {
                StreamsGroupsOptions.check(options);
                return StreamsGroupsProgram.run(options, streams);
            }
        });
    }

    private static int run(ParsedOptions options, Streams streams) {
        try {
            GroupTool.act(options, client -> act(client, options, streams));
            return 0;
        } catch (ClusterUnreachableException | UsageException toldElsewhere) {
            throw toldElsewhere;
        } catch (IllegalArgumentException | OptionException wrongUse) {
            throw new UsageException(String.valueOf(wrongUse.getMessage()));
        } catch (RuntimeException failed) {
            GroupTool.tell("streams group", failed, streams);
            return FAILED;
        }
    }

    private static void act(ClusterClient client, ParsedOptions options, Streams streams) {
        var out = streams.out();
        if (options.has("list")) {
            GroupList.print(client, options, GroupNames.STREAMS, GroupNames.STREAMS_STATES, out);
        } else if (options.has("describe")) {
            StreamsGroupsDescribe.print(client, options, out);
        } else if (options.has("reset-offsets")) {
            StreamsGroupsReset.run(client, options, streams);
        } else if (options.has("delete")) {
            StreamsGroupsDelete.run(client, options, out);
        } else {
            deleteOffsets(client, options, streams);
        }
    }

    /** The groups an action is about. */
    public static List<String> ids(ClusterClient client, ParsedOptions options) {
        return options.has("all-groups")
                ? GroupList.ids(client, GroupListings.Filter.ofType(GroupNames.STREAMS))
                : options.values("group");
    }

    private static void deleteOffsets(ClusterClient client, ParsedOptions options, Streams streams) {
        var id = options.value("group").orElseThrow();
        if (options.has("all-input-topics")) {
            var partitions = StreamsGroupsReset.inputOffsets(client, id).keySet();
            OffsetsDelete.run(client, id, partitions, Map.of(), streams.out());
        } else {
            OffsetsDelete.run(client, id, options.values("input-topic"), streams.out());
        }
    }
}
