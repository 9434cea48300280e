package dev.gregor.cli.safety;

import dev.gregor.cli.clients.Terminal;
import java.util.Optional;

/** Who can be asked. */
@FunctionalInterface
public interface Person {
    /** @return what was typed; empty when nobody is there or the input ended */
    Optional<String> answer(String question);

    /** Whoever sits at the process's terminal. */
    static Person atTerminal() {
        return question -> {
            var console = Terminal.isInteractive() ? System.console() : null;
            return console == null ? Optional.empty() : Optional.ofNullable(console.readLine("%s", question));
        };
    }
}
