package dev.gregor.conformance.client;

import dev.gregor.conformance.program.Program;
import java.io.IOException;
import java.nio.file.Path;

/** A client that puts each line of a text into partition 0 of a topic, and one that writes them to a file again. */
enum TextClient {
    KCAT {
        @Override
        void produce(Exchange exchange, Codec codec, SampleText text) {
            Program.kcat()
                    .run(
                            exchange.folder(),
                            "-P",
                            "-b",
                            exchange.bootstrap(),
                            "-t",
                            exchange.topic(),
                            "-p",
                            "0",
                            "-z",
                            codec.option(),
                            "-X",
                            "enable.idempotence=true",
                            "-l",
                            text.file().toString())
                    .succeeded();
        }

        @Override
        Path consume(Exchange exchange, int lines) {
            return Program.kcat()
                    .run(
                            exchange.folder(),
                            "-C",
                            "-b",
                            exchange.bootstrap(),
                            "-t",
                            exchange.topic(),
                            "-p",
                            "0",
                            "-o",
                            "beginning",
                            "-e",
                            "-q")
                    .succeeded()
                    .stdout();
        }
    },

    KCAT_GROUP {
        @Override
        void produce(Exchange exchange, Codec codec, SampleText text) throws IOException {
            KCAT.produce(exchange, codec, text);
        }

        @Override
        Path consume(Exchange exchange, int lines) {
            return Program.kcat()
                    .run(
                            exchange.folder(),
                            "-b",
                            exchange.bootstrap(),
                            "-X",
                            "auto.offset.reset=earliest",
                            "-c",
                            Integer.toString(lines),
                            "-q",
                            "-G",
                            exchange.group(),
                            exchange.topic())
                    .succeeded()
                    .stdout();
        }
    },

    KAFKA_CONSOLE {
        @Override
        void produce(Exchange exchange, Codec codec, SampleText text) {
            Program.kafkaTool("org.apache.kafka.tools.ConsoleProducer")
                    .reading(text.file())
                    .run(
                            exchange.folder(),
                            "--bootstrap-server",
                            exchange.bootstrap(),
                            "--topic",
                            exchange.topic(),
                            "--compression-codec=" + codec.option())
                    .succeeded();
        }

        @Override
        Path consume(Exchange exchange, int lines) {
            return Program.kafkaTool("org.apache.kafka.tools.consumer.ConsoleConsumer")
                    .run(
                            exchange.folder(),
                            "--bootstrap-server",
                            exchange.bootstrap(),
                            "--topic",
                            exchange.topic(),
                            "--from-beginning",
                            "--timeout-ms",
                            "30000",
                            "--max-messages",
                            Integer.toString(lines))
                    .succeeded()
                    .stdout();
        }
    },

    /** A group of the protocol of KIP-848. */
    KAFKA_CLIENTS {
        @Override
        void produce(Exchange exchange, Codec codec, SampleText text) throws IOException {
            KafkaClients.produce(exchange, codec, text);
        }

        @Override
        Path consume(Exchange exchange, int lines) throws IOException {
            return KafkaClients.consume(exchange, "consumer", lines);
        }
    },

    KAFKA_CLIENTS_CLASSIC_GROUP {
        @Override
        void produce(Exchange exchange, Codec codec, SampleText text) throws IOException {
            KafkaClients.produce(exchange, codec, text);
        }

        @Override
        Path consume(Exchange exchange, int lines) throws IOException {
            return KafkaClients.consume(exchange, "classic", lines);
        }
    },

    KAFKAJS {
        @Override
        void produce(Exchange exchange, Codec codec, SampleText text) {
            produceWith(Program.node("text.js"), exchange, codec, text);
        }

        @Override
        Path consume(Exchange exchange, int lines) {
            return consumeWith(Program.node("text.js"), exchange, lines);
        }
    },

    CONFLUENT_KAFKA_PYTHON {
        private static final String PACKAGE = "python3-confluent-kafka";

        @Override
        void produce(Exchange exchange, Codec codec, SampleText text) {
            produceWith(Program.python("confluent_text.py", PACKAGE), exchange, codec, text);
        }

        @Override
        Path consume(Exchange exchange, int lines) {
            return consumeWith(Program.python("confluent_text.py", PACKAGE), exchange, lines);
        }
    },

    /** Debian's package brings none of the libraries that it needs for snappy, lz4 and zstd. */
    KAFKA_PYTHON {
        private static final String PACKAGE = "python3-kafka";

        @Override
        void produce(Exchange exchange, Codec codec, SampleText text) {
            produceWith(Program.python("kafka_python_text.py", PACKAGE), exchange, codec, text);
        }

        @Override
        Path consume(Exchange exchange, int lines) {
            return consumeWith(Program.python("kafka_python_text.py", PACKAGE), exchange, lines);
        }

        @Override
        boolean speaks(Codec codec) {
            return codec == Codec.NONE || codec == Codec.GZIP;
        }
    };

    /** Where a text goes: the broker, a topic with one partition, a group, and a folder for files. */
    record Exchange(String bootstrap, String topic, String group, Path folder) {}

    abstract void produce(Exchange exchange, Codec codec, SampleText text) throws IOException;

    abstract Path consume(Exchange exchange, int lines) throws IOException;

    boolean speaks(Codec codec) {
        return true;
    }

    private static void produceWith(Program script, Exchange exchange, Codec codec, SampleText text) {
        script.run(
                        exchange.folder(),
                        "produce",
                        exchange.bootstrap(),
                        exchange.topic(),
                        codec.option(),
                        text.file().toString())
                .succeeded();
    }

    private static Path consumeWith(Program script, Exchange exchange, int lines) {
        var file = exchange.folder().resolve("consumed.txt");
        script.run(
                        exchange.folder(),
                        "consume",
                        exchange.bootstrap(),
                        exchange.topic(),
                        Integer.toString(lines),
                        file.toString(),
                        exchange.group())
                .succeeded();
        return file;
    }
}
