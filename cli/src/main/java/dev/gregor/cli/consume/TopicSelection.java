package dev.gregor.cli.consume;

import dev.gregor.cli.names.Globs;
import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ClusterException;
import dev.gregor.protocol.ErrorCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataRequestData.MetadataRequestTopic;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;

/**
 * Which topics a line means: names, globs, or regular expressions that fit whole names. Kafka's own topics are meant by their full names
 * only.
 */
record TopicSelection(List<String> words, boolean areRegexes) {
    TopicSelection {
        words = List.copyOf(words);
    }

    /**
     * Their partitions, in order.
     *
     * @param only these partitions of each topic; empty for all
     * @throws ClusterException when a name does not exist or a pattern fits nothing, or a partition is not there
     */
    List<TopicPartition> partitions(ClusterClient client, List<Integer> only) {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : topics(client)) {
            if (topic.errorCode() != ErrorCodes.NONE) {
                throw new ApiErrorException(
                        topic.errorCode(), "topic '" + topic.name() + "': " + ErrorCodes.text(topic.errorCode(), ""));
            }
            var ids = ids(topic);
            for (int id : only) {
                if (!ids.contains(id)) {
                    throw new ClusterException("topic '" + topic.name() + "' has no partition " + id + "; it has 0 to "
                            + (ids.size() - 1) + ".");
                }
            }
            add(topic, ids, only, partitions);
        }
        return partitions;
    }

    /**
     * Those of {@link #partitions} that are there; no partition is missed.
     *
     * @throws ClusterException when a name does not exist or a pattern fits nothing
     */
    List<TopicPartition> partitionsSoFar(ClusterClient client, List<Integer> only) {
        var partitions = new ArrayList<TopicPartition>();
        topics(client).forEach(topic -> add(topic, ids(topic), only, partitions));
        return partitions;
    }

    private static List<Integer> ids(MetadataResponseTopic topic) {
        var ids = new ArrayList<Integer>();
        topic.partitions().forEach(partition -> ids.add(partition.partitionIndex()));
        ids.sort(null);
        return ids;
    }

    private static void add(
            MetadataResponseTopic topic, List<Integer> ids, List<Integer> only, List<TopicPartition> partitions) {
        for (int id : ids) {
            if (only.isEmpty() || only.contains(id)) {
                partitions.add(new TopicPartition(topic.name(), id));
            }
        }
    }

    private List<MetadataResponseTopic> topics(ClusterClient client) {
        boolean byName = !areRegexes && words.stream().noneMatch(Globs::isGlob);
        var request = new MetadataRequestData().setAllowAutoTopicCreation(false);
        if (byName) {
            var asked = new ArrayList<MetadataRequestTopic>();
            words.stream().distinct().forEach(word -> asked.add(new MetadataRequestTopic().setName(word)));
            var found =
                    new ArrayList<>(client.metadata(request.setTopics(asked)).topics());
            if (found.stream().noneMatch(topic -> topic.errorCode() == ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION)) {
                return found;
            }
        }
        var all = new TreeMap<String, MetadataResponseTopic>();
        client.metadata(new MetadataRequestData()
                        .setAllowAutoTopicCreation(false)
                        .setTopics(null))
                .topics()
                .forEach(topic -> all.put(topic.name(), topic));
        var meant = new ArrayList<MetadataResponseTopic>();
        (areRegexes ? fitting(all) : Globs.expand("topic", words, candidates(all)))
                .forEach(name -> meant.add(all.get(name)));
        return meant;
    }

    private List<String> candidates(TreeMap<String, MetadataResponseTopic> all) {
        var names = new ArrayList<String>();
        all.forEach((name, topic) -> {
            if (!topic.isInternal() || words.contains(name)) {
                names.add(name);
            }
        });
        return names;
    }

    private List<String> fitting(TreeMap<String, MetadataResponseTopic> all) {
        var names = new ArrayList<String>();
        for (var word : words) {
            Pattern pattern;
            try {
                pattern = Pattern.compile(word);
            } catch (PatternSyntaxException wrong) {
                throw new ClusterException("'" + word + "': " + wrong.getDescription(), wrong);
            }
            int before = names.size();
            for (var name : candidates(all)) {
                if (pattern.matcher(name).matches() && !names.contains(name)) {
                    names.add(name);
                }
            }
            if (names.size() == before) {
                throw new ClusterException("no topic fits '" + word + "'.");
            }
        }
        return names;
    }
}
