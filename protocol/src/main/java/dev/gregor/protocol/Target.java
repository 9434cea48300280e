package dev.gregor.protocol;

/** Who is to answer a request. */
public sealed interface Target {
    /** Whoever is connected already, else the first address that answers. */
    record AnyBroker() implements Target {}

    /** The broker of this id. */
    record Broker(int id) implements Target {}

    /** The controller, as clients see it: on KRaft clusters a broker that forwards to it. */
    record Controller() implements Target {}

    /** The leader of a partition. */
    record Leader(String topic, int partition) implements Target {}

    /** The coordinator of a group or of a transactional id. */
    record Coordinator(Kind kind, String key) implements Target {}

    /** What a coordinator coordinates; the wire's key types of FindCoordinator. */
    enum Kind {
        GROUP,
        TRANSACTION,
        SHARE
    }

    /** Whoever answers. */
    static Target anyBroker() {
        return new AnyBroker();
    }

    /** The broker of this id. */
    static Target broker(int id) {
        return new Broker(id);
    }

    /** The controller. */
    static Target controller() {
        return new Controller();
    }

    /** The leader of this partition. */
    static Target leader(String topic, int partition) {
        return new Leader(topic, partition);
    }

    /** The coordinator of this group. */
    static Target groupCoordinator(String groupId) {
        return new Coordinator(Kind.GROUP, groupId);
    }

    /** The coordinator of this transactional id. */
    static Target transactionCoordinator(String transactionalId) {
        return new Coordinator(Kind.TRANSACTION, transactionalId);
    }
}
