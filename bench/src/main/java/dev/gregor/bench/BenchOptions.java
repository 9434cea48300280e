package dev.gregor.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The command line.
 *
 * @param measures what to run
 * @param loads keys of the load cases to run
 * @param home the project's folder
 * @param bin Gregor's scripts
 * @param data where brokers put their data
 * @param startCommands of two builds to compare instead of Apache Kafka and Gregor
 */
record BenchOptions(
        Set<Name> measures,
        Set<String> loads,
        OptionalInt pairs,
        boolean quick,
        boolean jdk25,
        Path home,
        Path bin,
        Path data,
        Optional<StartCommands> startCommands) {

    static final String USAGE = """
            bench/run [--only NAME,…] [--loads KEY,…] [--pairs N] [--quick] [--jdk25] [--bin FOLDER] [--data FOLDER]
            bench/hotpath [--loads KEY,…] [--pairs N] [--quick] [--data FOLDER] 'START COMMAND A' 'START COMMAND B'
              --only    startup, restart, restart-2000, memory, produce, consume, single, cli (default: all; with --quick all but restart-2000)
              --loads   1k-defaults, 1k-256k, 100b-defaults, 100b-256k (default: all)
              --pairs   how many pairs count (default: 5, of restarts 3; with --quick 2 and 1)
              --quick   smaller loads too: four minutes in all
              --jdk25   start-up also on JDK 25 (JAVA25_HOME, or /usr/lib/jvm/temurin-25-jdk-amd64)
              --bin     where Gregor's scripts are (default: bin of this project)
              --data    where brokers put their data (default: the folder for temporary files)
            """;

    enum Name {
        STARTUP,
        RESTART,
        RESTART_2000,
        MEMORY,
        PRODUCE,
        CONSUME,
        SINGLE,
        CLI
    }

    /** Two shell commands that each start a broker when the path of a server.properties is added. */
    record StartCommands(String a, String b) {}

    /** A command line that cannot be followed; the message says why. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static BenchOptions parse(List<String> arguments) throws UsageException {
        Set<Name> only = EnumSet.noneOf(Name.class);
        Set<String> loads =
                new HashSet<>(LoadCase.ALL.stream().map(LoadCase::key).toList());
        var pairs = OptionalInt.empty();
        boolean quick = false;
        boolean jdk25 = false;
        boolean hotpath = false;
        var home = Path.of("").toAbsolutePath();
        var bin = Optional.<Path>empty();
        var data = Path.of(System.getProperty("java.io.tmpdir"));
        var commands = new ArrayList<String>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            switch (option) {
                case "--only" -> only.addAll(names(valueOf(option, rest)));
                case "--loads" -> loads = loadKeys(valueOf(option, rest));
                case "--pairs" -> pairs = OptionalInt.of(positive(valueOf(option, rest)));
                case "--quick" -> quick = true;
                case "--jdk25" -> jdk25 = true;
                case "--hotpath" -> hotpath = true;
                case "--home" -> home = Path.of(valueOf(option, rest));
                case "--bin" -> bin = Optional.of(Path.of(valueOf(option, rest)));
                case "--data" -> data = Path.of(valueOf(option, rest));
                default -> {
                    if (option.startsWith("--")) {
                        throw new UsageException("unknown option " + option);
                    }
                    commands.add(option);
                }
            }
        }
        if (commands.size() != (hotpath ? 2 : 0)) {
            throw new UsageException(
                    hotpath
                            ? "hotpath takes two start commands, not " + commands.size()
                            : "what is " + commands.get(0) + "?");
        }
        if (only.isEmpty()) {
            only = hotpath ? EnumSet.of(Name.PRODUCE) : EnumSet.allOf(Name.class);
            if (quick) {
                only.remove(Name.RESTART_2000);
            }
        }
        if (hotpath
                && !EnumSet.of(Name.PRODUCE, Name.CONSUME, Name.SINGLE, Name.MEMORY)
                        .containsAll(only)) {
            throw new UsageException("hotpath can --only produce, consume, single, memory");
        }
        var startCommands = hotpath
                ? Optional.of(new StartCommands(commands.get(0), commands.get(1)))
                : Optional.<StartCommands>empty();
        return new BenchOptions(
                only, loads, pairs, quick, jdk25, home, bin.orElse(home.resolve("bin")), data, startCommands);
    }

    Sizes sizes() {
        var sizes = quick ? Sizes.quick() : Sizes.full();
        return pairs.isPresent() ? sizes.withPairs(pairs.getAsInt()) : sizes;
    }

    private static String valueOf(String option, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.next();
    }

    private static Set<Name> names(String list) throws UsageException {
        var names = EnumSet.noneOf(Name.class);
        for (var name : list.split(",")) {
            names.add(Arrays.stream(Name.values())
                    .filter(known -> known.name().replace('_', '-').equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("no measure " + name)));
        }
        return names;
    }

    private static Set<String> loadKeys(String list) throws UsageException {
        var keys = Set.of(list.split(","));
        var known = LoadCase.ALL.stream().map(LoadCase::key).toList();
        for (var key : keys) {
            if (!known.contains(key)) {
                throw new UsageException("no load " + key + " (known: " + String.join(", ", known) + ")");
            }
        }
        return keys;
    }

    private static int positive(String number) throws UsageException {
        try {
            int value = Integer.parseInt(number);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new UsageException(number + " is not a number");
        }
        throw new UsageException("--pairs must be at least 1");
    }
}
