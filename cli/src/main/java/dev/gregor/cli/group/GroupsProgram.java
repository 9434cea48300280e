package dev.gregor.cli.group;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.coordinator.GroupListing;
import dev.gregor.cli.coordinator.GroupListings;
import dev.gregor.cli.coordinator.GroupNames;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.KafkaLogLine;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.cli.grouptool.OptionRules;
import dev.gregor.cli.grouptool.Padded;
import dev.gregor.protocol.ClusterUnreachableException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code kafka-groups.sh}: groups of all kinds with their type and protocol; exit 1 for whatever went wrong. */
public final class GroupsProgram implements Program {
    private static final String DESCRIPTION = "This tool helps to list groups of all types.";
    /** A line without words fails for the first thing that is missing, before it is told what the tool does. */
    private static final String NO_BOOTSTRAP = "Missing required option(s) [bootstrap-server]";

    private static final int NARROWEST = 20;

    /** The program's options. */
    public static OptionTable table() {
        return new OptionTable("kafka-groups.sh", DESCRIPTION, NO_BOOTSTRAP)
                .value("bootstrap-server", "server to connect to", "REQUIRED: The Kafka server to connect to.")
                .value(
                        "command-config",
                        "command config property file",
                        "Property file containing configs to be passed to the client.")
                .flag("list", "List the groups.")
                .value(
                        "group-type",
                        "type",
                        "Filter the groups based on group type. Valid types are: 'classic', 'consumer', 'share' and 'streams'.")
                .value("protocol", "protocol", "Filter the groups based on protocol type.")
                .flag(
                        "consumer",
                        "Show all kinds of consumer groups: those of type 'consumer', and classic ones whose protocol is"
                                + " 'consumer' or empty.")
                .flag("share", "Filter the groups to show share groups.")
                .flag("streams", "Filter the groups to show streams groups.");
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        // A class and not a lambda, which would cost the start milliseconds.
        return new DropIn(table(), streams).run(arguments, new DropIn.Body() {
            @Override
            public int run(ParsedOptions options) {
                check(options);
                return list(options, streams);
            }
        });
    }

    private static void check(ParsedOptions options) {
        if (!options.has("bootstrap-server")) {
            throw new UsageException(NO_BOOTSTRAP);
        }
        var rules = new OptionRules(options);
        if (!options.has("list")) {
            throw new UsageException("Command must include exactly one action: --list.");
        }
        if (options.has("group-type")
                && type(options).orElse(GroupNames.UNKNOWN).equals(GroupNames.UNKNOWN)) {
            throw new IllegalArgumentException("--group-type must be a valid group type.");
        }
        rules.notWith("consumer", List.of("group-type", "protocol", "share", "streams"));
        rules.notWith("share", List.of("consumer", "group-type", "protocol", "streams"));
        rules.notWith("streams", List.of("consumer", "group-type", "protocol", "share"));
    }

    private static Optional<String> type(ParsedOptions options) {
        return options.value("group-type").map(GroupNames::type);
    }

    private static int list(ParsedOptions options, Streams streams) {
        var bootstrap = options.value("bootstrap-server").orElseThrow();
        var config = options.value("command-config");
        try (var client = DropIn.connect(bootstrap, config)) {
            print(streams.out(), chosen(options, new GroupListings(client).list(GroupListings.Filter.all())));
            return 0;
        } catch (ClusterUnreachableException toldElsewhere) {
            throw toldElsewhere;
        } catch (RuntimeException failed) {
            streams.out().println("Error while executing groups command : " + failed.getMessage());
            streams.out().flush();
            KafkaLogLine.error(streams.err(), failed);
            return 1;
        }
    }

    private static List<GroupListing> chosen(ParsedOptions options, List<GroupListing> listings) {
        var chosen = new ArrayList<GroupListing>();
        // Even where there is no group, an option given twice is told.
        options.value("protocol");
        for (var listing : listings) {
            if (isChosen(options, listing)) {
                chosen.add(listing);
            }
        }
        return chosen;
    }

    private static boolean isChosen(ParsedOptions options, GroupListing listing) {
        var type = listing.type().orElse("");
        var protocol = options.value("protocol");
        if (options.has("group-type")) {
            return type.equals(type(options).orElseThrow())
                    && (protocol.isEmpty() || protocol.get().equals(listing.protocol()));
        }
        if (protocol.isPresent()) {
            return protocol.get().equals(listing.protocol());
        }
        if (options.has("consumer")) {
            return listing.protocol().equals("consumer")
                    || listing.protocol().isEmpty()
                    || type.equals(GroupNames.CONSUMER);
        }
        if (options.has("share")) {
            return type.equals(GroupNames.SHARE);
        }
        return !options.has("streams") || type.equals(GroupNames.STREAMS);
    }

    private static void print(PrintStream out, List<GroupListing> listings) {
        int width = NARROWEST;
        for (var listing : listings) {
            width = Math.max(width, listing.id().length());
            width = Math.max(width, listing.type().orElse("").length());
            width = Math.max(width, listing.protocol().length());
        }
        var head = line("GROUP", "TYPE", "PROTOCOL", width);
        out.println(head.substring(0, head.length() - 1));
        for (var listing : listings) {
            out.println(line(listing.id(), listing.type().orElse(""), listing.protocol(), width));
        }
    }

    private static String line(String id, String type, String protocol, int width) {
        return new Padded()
                .cell(id, width)
                .cell(type, width)
                .cell(protocol, width)
                .toString();
    }
}
