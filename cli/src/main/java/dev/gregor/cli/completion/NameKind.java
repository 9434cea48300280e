package dev.gregor.cli.completion;

/** The kinds of live names there are; each is a file of the cache, one name a line. */
public enum NameKind {
    /** Topics, Kafka's own included. */
    TOPIC("topics"),
    /** Groups of every type. */
    GROUP("groups"),
    /** Brokers' ids. */
    BROKER("brokers"),
    /** Brokers' addresses, as {@code host:port}. */
    ADDRESS("addresses"),
    /** Keys of a topic's config. */
    TOPIC_CONFIG("topic-configs"),
    /** Keys of a broker's config that can be changed while it runs. */
    BROKER_CONFIG("broker-configs");

    private final String file;

    NameKind(String file) {
        this.file = file;
    }

    /** The file's name. */
    public String file() {
        return file;
    }
}
