package dev.gregor.cli.reset;

import dev.gregor.cli.grouptool.KafkaFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Offsets as CSV: {@code topic,partition,offset} for one group, {@code group,topic,partition,offset} for several. */
public final class ResetFile {
    /** From here on the CSV writer of Kafka's tools quotes a value without looking at it. */
    private static final int LONGEST_BARE = 24;

    private ResetFile() {}

    /** Reads a file; offsets are by group and partition. The shorter form belongs to the one group there is. */
    public static Map<String, Map<TopicPartition, Long>> read(String file, List<String> groups) {
        try {
            return parse(Files.readString(Path.of(file), StandardCharsets.UTF_8), groups);
        } catch (IOException unreadable) {
            throw KafkaFailure.unchecked(new IOException("Unable to read file " + file, unreadable));
        }
    }

    @SuppressWarnings("StringSplitter") // empty lines at the end are none, as in Kafka
    static Map<String, Map<TopicPartition, Long>> parse(String text, List<String> groups) {
        var plan = new HashMap<String, Map<TopicPartition, Long>>();
        var lines = text.split("\n");
        boolean ofOneGroup = groups.size() == 1 && cells(lines[0]).size() <= 3;
        for (var line : lines) {
            var cells = cells(line);
            var group = ofOneGroup ? groups.get(0) : cells.get(0);
            int first = ofOneGroup ? 0 : 1;
            if (cells.size() != first + 3) {
                throw new KafkaFailure(
                        "java.lang.RuntimeException",
                        "cannot read '" + line + "': expected " + (ofOneGroup ? "" : "group,")
                                + "topic,partition,offset");
            }
            try {
                plan.computeIfAbsent(group, id -> new HashMap<>())
                        .put(
                                new TopicPartition(
                                        cells.get(first),
                                        Integer.parseInt(cells.get(first + 1).trim())),
                                Long.parseLong(cells.get(first + 2).trim()));
            } catch (NumberFormatException notANumber) {
                throw new KafkaFailure(
                        "java.lang.RuntimeException",
                        "cannot read '" + line + "': partition and offset are whole numbers");
            }
        }
        return plan;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(letter);
                i++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (letter != '\r') {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** The offsets as such a file, with the groups' names or without. */
    public static String text(Map<String, Map<TopicPartition, Long>> offsets, boolean withGroups) {
        var text = new StringBuilder();
        offsets.forEach((group, byPartition) -> byPartition.forEach((partition, offset) -> {
            if (withGroups) {
                text.append(cell(group)).append(',');
            }
            text.append(cell(partition.topic()))
                    .append(',')
                    .append(partition.partition())
                    .append(',')
                    .append(offset)
                    .append('\n');
        }));
        return text.toString();
    }

    private static String cell(String value) {
        boolean bare = value.length() <= LONGEST_BARE;
        for (int i = 0; i < value.length(); i++) {
            bare &= value.charAt(i) > ',';
        }
        return bare ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
