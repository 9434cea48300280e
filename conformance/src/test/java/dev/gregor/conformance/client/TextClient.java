package dev.gregor.conformance.client;

import dev.gregor.conformance.program.Program;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

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

    KAFKA_CLIENTS {
        @Override
        void produce(Exchange exchange, Codec codec, SampleText text) throws IOException {
            var config = Map.<String, Object>of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, exchange.bootstrap(),
                    ProducerConfig.COMPRESSION_TYPE_CONFIG, codec.option());
            try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
                    var lines = Files.lines(text.file())) {
                lines.forEach(line -> producer.send(new ProducerRecord<>(exchange.topic(), 0, null, line)));
            }
        }

        @Override
        Path consume(Exchange exchange, int lines) throws IOException {
            var file = exchange.folder().resolve("kafka-clients.txt");
            var config = Map.<String, Object>of(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    exchange.bootstrap(),
                    ConsumerConfig.GROUP_ID_CONFIG,
                    exchange.group(),
                    ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                    "consumer",
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest");
            try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                    var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                consumer.subscribe(List.of(exchange.topic()));
                var idle = new Deadline(Duration.ofSeconds(30));
                for (int seen = 0; seen < lines; ) {
                    var records = consumer.poll(Duration.ofMillis(500));
                    for (var record : records) {
                        out.write(record.value());
                        out.write('\n');
                    }
                    seen += records.count();
                    idle = records.isEmpty() ? idle.orFail(seen + " of " + lines) : new Deadline(idle.limit());
                }
            }
            return file;
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
