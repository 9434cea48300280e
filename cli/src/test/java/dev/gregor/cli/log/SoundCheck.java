package dev.gregor.cli.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One reading of a partition, without the command around it. */
final class SoundCheck {
    private SoundCheck() {}

    static List<Damage> damages(Path partition) throws IOException {
        var damages = new ArrayList<Damage>();
        var folder = PartitionFolder.of(partition).orElseThrow();
        var facts = new DirectoryFacts(folder.logDirectory(), damages::add);
        new PartitionVerification(folder, facts, false, damages::add).run();
        return damages;
    }
}
