package dev.gregor.cli.group;

import dev.gregor.cli.coordinator.GroupDescription;
import dev.gregor.cli.coordinator.GroupMember;
import dev.gregor.cli.grouptool.Padded;
import dev.gregor.cli.grouptool.PartitionsText;
import java.io.PrintStream;

/** A consumer group's members as {@code kafka-consumer-groups.sh --describe --members} prints them. */
final class MembersTable {
    private static final int NARROWEST = 15;

    private final GroupDescription group;
    private final boolean verbose;
    private int groupWidth = NARROWEST;
    private int idWidth = NARROWEST;
    private int instanceWidth = 17;
    private int hostWidth = NARROWEST;
    private int clientWidth = NARROWEST;
    private int currentWidth = 20;
    private int targetWidth = 20;
    private boolean withInstances;
    private boolean hasClassicMember;
    private boolean hasConsumerMember;

    MembersTable(GroupDescription group, boolean hasRows, boolean verbose) {
        this.group = group;
        this.verbose = verbose;
        if (hasRows) {
            group.members().forEach(this::measure);
        }
    }

    private void measure(GroupMember member) {
        groupWidth = Math.max(groupWidth, group.id().length());
        idWidth = Math.max(idWidth, member.id().length());
        hostWidth = Math.max(hostWidth, member.host().length());
        clientWidth = Math.max(clientWidth, member.clientId().length());
        currentWidth = Math.max(currentWidth, current(member).length());
        targetWidth = Math.max(targetWidth, target(member).length());
        var instance = member.instanceId().orElse("");
        instanceWidth = Math.max(instanceWidth, instance.length());
        withInstances |= !instance.isEmpty();
        if (member.upgraded().isPresent()) {
            hasConsumerMember |= member.upgraded().get();
            hasClassicMember |= !member.upgraded().get();
        }
    }

    private static String current(GroupMember member) {
        return member.assignment().isEmpty() ? "-" : PartitionsText.of(member.assignment());
    }

    private static String target(GroupMember member) {
        return member.target().isEmpty() ? "-" : PartitionsText.of(member.target());
    }

    /** Only a group on its way from one protocol to the other has a column that tells them apart. */
    private boolean isMigrating() {
        return hasClassicMember && hasConsumerMember;
    }

    void print(PrintStream out) {
        var head = line("GROUP", "CONSUMER-ID", "GROUP-INSTANCE-ID", "HOST", "CLIENT-ID", "#PARTITIONS");
        if (verbose) {
            end(head, "CURRENT-EPOCH", "CURRENT-ASSIGNMENT", "TARGET-EPOCH", "TARGET-ASSIGNMENT");
        }
        out.println("\n" + finished(head, "UPGRADED"));
        for (var member : group.members()) {
            var line = line(
                    group.id(),
                    member.id(),
                    member.instanceId().orElse(""),
                    member.host(),
                    member.clientId(),
                    String.valueOf(member.assignment().size()));
            if (verbose) {
                end(
                        line,
                        Padded.text(member.epoch()),
                        current(member),
                        Padded.text(group.assignmentEpoch()),
                        target(member));
            }
            out.println(finished(line, Padded.text(member.upgraded())));
        }
    }

    private Padded line(String groupId, String id, String instance, String host, String client, String partitions) {
        var line = new Padded().cell(groupId, groupWidth).cell(id, idWidth);
        if (withInstances) {
            line.cell(instance, instanceWidth);
        }
        return line.cell(host, hostWidth).cell(client, clientWidth).cell(partitions, NARROWEST);
    }

    private void end(Padded line, String currentEpoch, String current, String targetEpoch, String target) {
        line.cell(currentEpoch, NARROWEST)
                .cell(current, currentWidth)
                .cell(targetEpoch, NARROWEST)
                .cell(target, targetWidth);
    }

    private String finished(Padded line, String upgraded) {
        if (!verbose) {
            return line.toString();
        }
        if (isMigrating()) {
            return line.last(upgraded);
        }
        var text = line.toString();
        return text.substring(0, text.length() - 1);
    }
}
