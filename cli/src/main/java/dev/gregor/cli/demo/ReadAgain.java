package dev.gregor.cli.demo;

/** Reads everything once more after the crash: the records, and the group's committed offsets, must have survived it. */
final class ReadAgain implements Chapter {
    @Override
    public String title() {
        return "read it all again";
    }

    @Override
    public String play(Stage stage) throws Exception {
        Audit.committed(stage, new GroupRead(stage, Stage.GROUP, 1));
        var result = new GroupRead(stage, Stage.GROUP + "-again", 1).run();
        Audit.of(stage, result.reading());
        return Transcript.grouped(result.reading().records()) + " records, and the group's offsets";
    }
}
