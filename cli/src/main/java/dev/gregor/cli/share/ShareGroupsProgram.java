package dev.gregor.cli.share;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.coordinator.GroupListings;
import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.grouptool.GroupDeletion;
import dev.gregor.cli.grouptool.GroupList;
import dev.gregor.cli.grouptool.GroupTool;
import dev.gregor.protocol.ClusterClient;

/**
 * {@code kafka-share-groups.sh} (KIP-932): exit 0 when it ran, even when the cluster refused (as in Kafka, which says so on
 * stdout), 1 for a line that makes no sense, for a group that is not empty, and for a cluster that cannot be reached.
 */
public final class ShareGroupsProgram implements Program {
    /** The program's options. */
    public static OptionTable table() {
        return ShareGroupsOptions.table();
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        // Classes and not lambdas, which would cost the start milliseconds.
        return new DropIn(table(), streams).run(arguments, new DropIn.Body() {
            @Override
            public int run(ParsedOptions options) {
                ShareGroupsOptions.check(options);
                return GroupTool.run("share group", options, streams, new GroupTool.Action() {
                    @Override
                    public void act(ClusterClient client) {
                        ShareGroupsProgram.act(client, options, streams);
                    }
                });
            }
        });
    }

    private static void act(ClusterClient client, ParsedOptions options, Streams streams) {
        if (options.has("list")) {
            GroupList.print(client, options, GroupNames.SHARE, GroupNames.SHARE_STATES, streams.out());
        } else if (options.has("describe")) {
            ShareGroupsDescribe.print(client, options, streams);
        } else if (options.has("delete")) {
            var ids = options.has("all-groups")
                    ? GroupList.ids(client, GroupListings.Filter.ofType(GroupNames.SHARE))
                    : options.values("group");
            var deletion = GroupDeletion.ofShareGroups(client, ids);
            deletion.print(streams.out(), "share");
        } else if (options.has("reset-offsets")) {
            ShareGroupsReset.run(client, options, streams);
        } else {
            ShareOffsetsDelete.run(
                    client, options.value("group").orElseThrow(), options.values("topic"), streams.out());
        }
    }
}
