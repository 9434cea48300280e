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
        return new AtTerminal();
    }

    /** A class: it is made for every command, and a lambda costs a command's start milliseconds. */
    final class AtTerminal implements Person {
        private AtTerminal() {}

        @Override
        public Optional<String> answer(String question) {
            var console = Terminal.isInteractive() ? System.console() : null;
            return console == null ? Optional.empty() : Optional.ofNullable(console.readLine("%s", question));
        }
    }
}
