package dev.gregor.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may stand where a value is expected: for an option, or as an argument of a command. */
public sealed interface Values {
    /** Nobody can say: a number, a new name. */
    record Anything() implements Values {}

    /** Files of this machine. */
    record Files() implements Values {}

    /** One of these words. */
    record Words(List<String> words) implements Values {
        public Words {
            words = words.stream().sorted().toList();
        }
    }

    /**
     * Names of the cluster, from the cache.
     *
     * @param suffix what follows the name at once: {@code =} before a value, {@code ,} where several names may stand
     */
    record Live(NameKind kind, Suffix suffix) implements Values {}

    /** What the kind of entity has that a line of {@code kafka-configs.sh} or {@code gregor config} names. */
    record OfEntity(Part part, Suffix suffix) implements Values {
        /** The one or the other. */
        enum Part {
            names,
            configs
        }
    }

    /** The contexts of this user. */
    record Contexts() implements Values {}

    /** What stands in each place, the last one also in all that follow. */
    record InTurn(List<Values> places) implements Values {
        public InTurn {
            places = List.copyOf(places);
        }
    }

    /** What stands in this place, counted from 0. */
    default Values at(int place) {
        return this instanceof InTurn turn
                ? turn.places().get(Math.min(place, turn.places().size() - 1))
                : this;
    }

    /** What follows a name. */
    enum Suffix {
        none(""),
        /** A value follows. */
        equals("="),
        /** More names may follow. */
        comma(",");

        private final String text;

        Suffix(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** These names, one of them. */
    static Values live(NameKind kind) {
        return new Live(kind, Suffix.none);
    }

    /** What the cluster is asked for, as the scripts name it; empty for what is known without it. */
    default Optional<String> source() {
        if (this instanceof Live live) {
            return Optional.of(live.kind().file());
        }
        return this instanceof OfEntity entity ? Optional.of("entity-" + entity.part()) : Optional.empty();
    }

    /** What follows each value. */
    default Suffix suffix() {
        return Suffix.none;
    }

    /**
     * As the scripts of bash and zsh write it, in one word: {@code @topics}, {@code a,b}, {@code files} or {@code -}; for
     * several places a word each.
     */
    default String code() {
        if (this instanceof InTurn turn) {
            var codes = new ArrayList<String>();
            turn.places().forEach(values -> codes.add(values.code()));
            return String.join(" ", codes);
        }
        if (source().isPresent()) {
            return "@" + source().get() + suffix().text();
        }
        if (this instanceof Words words) {
            return String.join(",", words.words());
        }
        if (this instanceof Files) {
            return "@files";
        }
        return this instanceof Contexts ? "@contexts" : "-";
    }
}
