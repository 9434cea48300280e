package dev.gregor.cli.console;

import dev.gregor.cli.safety.Person;
import java.io.IOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;

/** The person at a console, asked by a command: what it has said so far is shown first. Called on the command's thread. */
final class Asked implements Person {
    private final LineReader asker;
    private volatile Optional<Held> speaking = Optional.empty();

    Asked(LineReader asker) {
        this.asker = asker;
    }

    /** The output of the command that may ask from now on; empty when nobody may. */
    void listensTo(Optional<Held> output) {
        speaking = output;
    }

    @Override
    public Optional<String> answer(String question) {
        var held = speaking;
        if (held.isEmpty()) {
            return Optional.empty();
        }
        try {
            held.get().letThrough();
            return Optional.of(asker.readLine(question));
        } catch (EndOfFileException | UserInterruptException | IOException noAnswer) {
            return Optional.empty();
        }
    }
}
