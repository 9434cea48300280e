package dev.gregor.cli.golden;

import dev.gregor.cli.log.SampleLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs the lines of one {@code .golden} file, one after the other, against one broker. */
final class Scene {
    private final String program;
    private final GoldenBroker broker;
    private final Path folder;
    private final List<Pattern> masks = new ArrayList<>();
    private final String kafkas;
    private final String gregors;

    /**
     * For the lines of one tool.
     *
     * @param number differs from that of every other scene on this broker: a client that an earlier tool left open could make
     *               its topics again
     */
    Scene(int number, String program, GoldenBroker broker, Path folder) {
        // Of one length, so that columns are as wide.
        kafkas = "apa%02d-".formatted(number);
        gregors = "gre%02d-".formatted(number);
        this.program = program;
        this.broker = broker;
        this.folder = folder;
    }

    void mask(Step.Mask mask) {
        masks.add(mask.pattern());
    }

    void write(Step.WriteFile file) throws IOException {
        for (var name : List.of(kafkas, gregors)) {
            var path = file(name, file.name());
            Files.createDirectories(path.getParent());
            Files.writeString(path, filled(file.content(), name));
        }
    }

    void setUp(Step.Setup setup) {
        boolean named = setup.words().stream().anyMatch(word -> word.contains("ME") || word.contains("FILE("));
        for (var name : named ? List.of(kafkas, gregors) : List.of(gregors)) {
            var run = ToolRun.ofGregor(setup.tool(), words(setup.words(), name), setup.stdin());
            if (run.exitCode() != 0) {
                throw new AssertionError(setup.text() + ": " + run);
            }
        }
    }

    ToolRun runOfKafka(Step.Compare line) {
        var run = ToolRun.ofKafka(program, words(line.words(), kafkas), filled(line.stdin(), kafkas));
        return comparable(run, kafkas, line.sorted());
    }

    ToolRun runOfGregor(Step.Compare line) {
        var run = ToolRun.ofGregor(program, words(line.words(), gregors), filled(line.stdin(), gregors));
        return comparable(run, gregors, line.sorted());
    }

    private ToolRun comparable(ToolRun run, String name, boolean sorted) {
        var out = masked(run.out(), name);
        if (sorted) {
            out = String.join("\n", out.lines().sorted().toList());
        }
        return new ToolRun(out, masked(run.errorLine(), name), run.exitCode());
    }

    private String masked(String text, String name) {
        var masked = text.replace(name, "ME");
        for (var mask : masks) {
            masked = mask.matcher(masked).replaceAll("*");
        }
        return masked;
    }

    private String[] words(List<String> words, String name) {
        var filled = new ArrayList<String>();
        for (var word : words) {
            if (word.equals("BS")) {
                filled.addAll(List.of("--bootstrap-server", broker.bootstrap()));
            } else {
                filled.add(filled(word, name));
            }
        }
        return filled.toArray(new String[0]);
    }

    private String filled(String word, String name) {
        var filled = word;
        for (int at = filled.indexOf("FILE("); at >= 0; at = filled.indexOf("FILE(")) {
            int end = filled.indexOf(')', at);
            var path = file(name, filled.substring(at + "FILE(".length(), end));
            filled = filled.substring(0, at) + path + filled.substring(end + 1);
        }
        return filled.replace("SASLADDR", broker.saslBootstrap())
                .replace("CONTROLLER", broker.controllerBootstrap())
                .replace("ADDR", broker.bootstrap())
                .replace("DATA", broker.data().toString())
                .replace(
                        "LOGS", word.contains("LOGS") ? SampleLogs.under(folder).toString() : "LOGS")
                .replace("ME", name);
    }

    private Path file(String name, String file) {
        return folder.resolve(name + "files").resolve(file);
    }
}
