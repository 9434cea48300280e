package dev.gregor.cli.demo;

/** Reads everything back with two members of one group. */
final class ConsumeAsGroup implements Chapter {
    private static final int MEMBERS = 2;

    @Override
    public String title() {
        return "consume as a group";
    }

    @Override
    public String play(Stage stage) throws Exception {
        var group = new GroupRead(stage, Stage.GROUP, MEMBERS);
        var result = group.run();
        Audit.of(stage, result.reading());
        Audit.committed(stage, group);
        var partitions = result.partitionsPerMember();
        return "2 members, " + partitions.get(0) + " + " + partitions.get(1) + " partitions, "
                + Transcript.grouped(result.reading().records()) + " records";
    }
}
