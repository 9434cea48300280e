package dev.gregor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The composition root: options → measures → report. Exit codes: 0 all measured, 1 something was not, 2 usage. */
final class Bench {
    private static final Path JDK_25 = Path.of("/usr/lib/jvm/temurin-25-jdk-amd64");

    private final BenchOptions options;
    private final JavaHome java = JavaHome.ofTheEnvironment();
    private final PairedSamples samples = new PairedSamples();
    private final LoadShares shares = new LoadShares();
    private final List<String> failures = new ArrayList<>();

    private Bench(BenchOptions options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.contains("--help")) {
            System.out.print(BenchOptions.USAGE);
            return 0;
        }
        try {
            return new Bench(BenchOptions.parse(arguments)).run();
        } catch (BenchOptions.UsageException misuse) {
            System.err.println("bench: " + misuse.getMessage() + "\n" + BenchOptions.USAGE);
            return 2;
        }
    }

    private int run() throws IOException, InterruptedException {
        long startNs = System.nanoTime();
        var target = options.home().resolve("bench/target");
        var kafka = new Side.ApacheKafka(target.resolve("apache-kafka"));
        var gregor = new Side.Gregor(options.bin());
        var commands = options.startCommands();
        Side a = commands.isPresent() ? new Side.Command("A", commands.get().a()) : kafka;
        Side b = commands.isPresent() ? new Side.Command("B", commands.get().b()) : gregor;
        if (b == gregor) { // its scripts build it at their first use: not to be measured, nor waited for in vain
            run(gregor.versionCommand(), java);
        }
        var lab = new Lab(a, b, options.data(), target, samples, shares, System.err);
        for (var measure : measures(kafka, gregor).entrySet()) {
            try {
                measure.getValue().run(lab);
            } catch (IOException failed) {
                var reason = reasonOf(failed);
                System.err.println(measure.getKey() + " failed: " + reason);
                failures.add(
                        measure.getKey() + ": " + reason.lines().findFirst().orElse(""));
            }
        }
        var rows = commands.isPresent()
                ? samples.rows().stream().map(PairedSamples.Row::withoutBudget).toList()
                : samples.rows();
        var report = new Report(
                a.name(),
                b.name(),
                headings((System.nanoTime() - startNs) / 1_000_000_000),
                rows,
                shares.table(),
                failures);
        report.writeTo(target);
        System.out.print(report.markdown());
        return failures.isEmpty() ? 0 : 1;
    }

    private static void run(List<String> command, JavaHome java) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        java.applyTo(builder.environment());
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IOException("exit " + exit + " of " + String.join(" ", command));
        }
    }

    /** By the name under which a failure is told, in the order in which they are run. */
    private Map<String, Measure> measures(Side.ApacheKafka kafka, Side.Gregor gregor) {
        var sizes = options.sizes();
        var chosen = options.measures();
        var measures = new LinkedHashMap<String, Measure>();
        if (chosen.contains(BenchOptions.Name.STARTUP)) {
            measures.put(
                    "startup",
                    new StartupMeasure(java, "", Budget.atMost(0.20, 0.12), Budget.atMost(0.25, 0.12), sizes.pairs()));
        }
        if (chosen.contains(BenchOptions.Name.CLI)) {
            measures.put("cli", new CliMeasure(java, kafka, gregor, 2 * sizes.pairs()));
        }
        var parts = loadParts();
        if (!parts.isEmpty()) {
            var cases = LoadCase.ALL.stream()
                    .filter(load -> options.loads().contains(load.key()))
                    .toList();
            measures.put("load", new LoadMeasure(java, parts, cases, sizes));
        }
        if (chosen.contains(BenchOptions.Name.RESTART)) {
            measures.put("restart", new RestartMeasure(java, 200, 64, sizes.restartPairs()));
        }
        if (chosen.contains(BenchOptions.Name.RESTART_2000)) {
            measures.put("restart-2000", new RestartMeasure(java, 2_000, 4, sizes.restartPairs()));
        }
        if (options.jdk25() && options.startCommands().isEmpty()) {
            measures.put("startup-jdk25", startupOnJdk25(gregor, sizes.pairs()));
        }
        return measures;
    }

    private EnumSet<LoadMeasure.Part> loadParts() {
        var parts = EnumSet.noneOf(LoadMeasure.Part.class);
        for (var part : LoadMeasure.Part.values()) {
            if (options.measures().contains(BenchOptions.Name.valueOf(part.name()))) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Comes last: the build's archives are of one JDK, so Gregor is built anew before and after. */
    private Measure startupOnJdk25(Side.Gregor gregor, int pairs) {
        return lab -> {
            var home = Optional.ofNullable(System.getenv("JAVA25_HOME"))
                    .map(Path::of)
                    .orElse(JDK_25);
            if (!Files.isExecutable(home.resolve("bin/java"))) {
                throw new IOException("no JDK 25 at " + home + "; set JAVA25_HOME");
            }
            var jdk25 = JavaHome.at(home);
            try {
                run(gregor.rebuildCommand(), jdk25);
                new StartupMeasure(jdk25, "-JDK 25", Budget.atMost(0.20, 0.10), Budget.atMost(0.25, 0.12), pairs)
                        .run(lab);
            } finally {
                run(gregor.rebuildCommand(), java);
            }
        };
    }

    private List<String> headings(long seconds) throws IOException {
        var sizes = options.sizes();
        var processor = Files.readString(Path.of("/proc/cpuinfo"))
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        return List.of(
                "%d × %s, Linux %s, JDK %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                processor,
                                System.getProperty("os.version"),
                                System.getProperty("java.version")),
                "%d pairs in turn (restarts: %d), in %d min %02d s; ratios are taken within a pair, only they are comparable between runs"
                        .formatted(sizes.pairs(), sizes.restartPairs(), seconds / 60, seconds % 60),
                "a produce load is %d MB of 1 KB records, %d MB of 100 B records, after a fifth of that on the same fresh broker; what is read back is at least %d MB"
                        .formatted(sizes.megabytes(), sizes.megabytes() * 2 / 5, sizes.consumeMegabytes()));
    }

    private static String reasonOf(Throwable failed) {
        var cause = failed.getCause();
        return failed.getMessage() + (cause == null ? "" : ": " + reasonOf(cause));
    }
}
