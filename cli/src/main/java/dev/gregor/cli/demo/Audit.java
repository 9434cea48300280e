package dev.gregor.cli.demo;

/** Fails the demo when what was read is not what was produced. */
final class Audit {
    private Audit() {}

    static void of(Stage stage, Reading reading) throws DemoFailure {
        var differences = reading.differences();
        if (!differences.isEmpty()) {
            throw new DemoFailure(differences);
        }
        stage.transcript().below("nothing missing, doubled, altered or out of order");
        stage.transcript().below("(SHA-256 over each of " + stage.ledger().keysUsed() + " keys)");
    }

    static void committed(Stage stage, GroupRead group) throws DemoFailure {
        long committed = group.committed();
        if (committed != stage.ledger().lines()) {
            throw new DemoFailure("the group has committed " + committed + " records of "
                    + stage.ledger().lines());
        }
    }
}
