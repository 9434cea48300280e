package dev.gregor.cli.demo;

import java.nio.file.Path;

/**
 * What the chapters share: the broker, the text, and what is known of the records. Owned by the main thread.
 *
 * @param folder everything the demo writes lies in it
 * @param transcript for progress inside a chapter, and for lines below its own
 */
record Stage(Path folder, DemoBroker broker, Source source, Ledger ledger, Transcript transcript) {
    static final String TOPIC = "demo";
    static final int PARTITIONS = 6;
    static final String GROUP = "demo-readers";
}
