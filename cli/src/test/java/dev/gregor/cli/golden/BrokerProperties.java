package dev.gregor.cli.golden;

/** The server.properties of the brokers that golden lines run against, but for their folders. */
final class BrokerProperties {
    /** Clients that Apache Kafka's tools leave open in the test's process would make topics again that later lines list. */
    private static final String COMMON = """
            auto.create.topics.enable=false
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=5
            group.initial.rebalance.delay.ms=0
            group.consumer.min.heartbeat.interval.ms=100
            group.consumer.heartbeat.interval.ms=100
            group.consumer.assignment.interval.ms=0
            """;

    private static final String ONE_NODE = """
            process.roles=broker,controller
            node.id=1
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT
            controller.quorum.voters=1@127.0.0.1:%d
            """;

    /** What Gregor's broker has not got yet. */
    private static final String APACHE = """
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=5
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=5
            group.share.min.heartbeat.interval.ms=100
            group.share.heartbeat.interval.ms=100
            group.share.assignment.interval.ms=0
            group.streams.min.heartbeat.interval.ms=100
            group.streams.heartbeat.interval.ms=100
            group.streams.assignment.interval.ms=0
            super.users=User:ANONYMOUS;User:admin
            delegation.token.secret.key=golden-secret
            sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512
            listener.name.sasl_plaintext.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule \
            required user_admin="admin-secret" user_alice="alice-secret";
            listener.name.sasl_plaintext.scram-sha-256.sasl.jaas.config=\
            org.apache.kafka.common.security.scram.ScramLoginModule required;
            listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config=\
            org.apache.kafka.common.security.scram.ScramLoginModule required;
            """;

    private BrokerProperties() {}

    static String ofKafka(Ports ports) {
        return COMMON
                + ONE_NODE.formatted(ports.controller())
                + APACHE
                + "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer\n"
                + "listeners=%s,%s,CONTROLLER://127.0.0.1:%d\n"
                        .formatted(plaintext(ports), sasl(ports), ports.controller());
    }

    static String ofKafkaWithZooKeeper(Ports ports) {
        return COMMON
                + "broker.id=1\nzookeeper.connect=127.0.0.1:%d\n".formatted(ports.controller())
                + APACHE
                + "authorizer.class.name=kafka.security.authorizer.AclAuthorizer\n"
                + "listeners=%s,%s\n".formatted(plaintext(ports), sasl(ports));
    }

    static String ofGregor(Ports ports) {
        return COMMON
                + ONE_NODE.formatted(ports.controller())
                + "listeners=%s,CONTROLLER://127.0.0.1:%d\n".formatted(plaintext(ports), ports.controller());
    }

    private static String plaintext(Ports ports) {
        return "PLAINTEXT://127.0.0.1:" + ports.plaintext();
    }

    private static String sasl(Ports ports) {
        return "SASL_PLAINTEXT://127.0.0.1:" + ports.sasl();
    }
}
