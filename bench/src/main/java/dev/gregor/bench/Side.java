package dev.gregor.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of the two that are compared, known by its commands. */
sealed interface Side {
    String name();

    /** What is run once on an empty folder before the start; empty when starting does it. */
    List<String> formatCommand(JavaHome java, WorkFolder folder, Path config);

    List<String> startCommand(JavaHome java, WorkFolder folder, Path config);

    /** Apache Kafka: its classes with the flags of its own scripts, without the time those scripts take themselves. */
    record ApacheKafka(Path jars) implements Side {
        private static final String CLUSTER_ID = "Z3JlZ29yLWJlbmNoLWlkMQ";

        @Override
        public String name() {
            return "Apache Kafka";
        }

        @Override
        public List<String> formatCommand(JavaHome java, WorkFolder folder, Path config) {
            var command = runClass(java, folder, List.of("-Xmx256M"), "log4j2-tools.yaml");
            command.addAll(List.of("kafka.tools.StorageTool", "format", "--standalone", "-t", CLUSTER_ID));
            command.addAll(List.of("-c", config.toString()));
            return command;
        }

        @Override
        public List<String> startCommand(JavaHome java, WorkFolder folder, Path config) {
            var gcLog = "-Xlog:gc*:file=" + folder.file("kafkaServer-gc.log") + ":time,tags:filecount=10,filesize=100M";
            var command = runClass(java, folder, List.of("-Xmx1G", "-Xms1G", gcLog), "log4j2.yaml");
            command.addAll(List.of("kafka.Kafka", config.toString()));
            return command;
        }

        /** One of its tools, as its script starts it. */
        List<String> toolCommand(
                JavaHome java, WorkFolder folder, String mainClass, String bootstrap, List<String> arguments) {
            // What kafka-console-*.sh set themselves; kafka-run-class.sh gives the others 256 MB.
            var heap = mainClass.contains("Console") ? "-Xmx512M" : "-Xmx256M";
            var command = runClass(java, folder, List.of(heap), "log4j2-tools.yaml");
            command.addAll(List.of(mainClass, "--bootstrap-server", bootstrap));
            command.addAll(arguments);
            return command;
        }

        /** The java command line of kafka-run-class.sh in Apache Kafka 4.3. */
        private List<String> runClass(JavaHome java, WorkFolder folder, List<String> heap, String logging) {
            var command = new ArrayList<>(List.of(java.java()));
            command.addAll(heap);
            command.addAll(List.of(
                    "-server",
                    "-XX:+UseG1GC",
                    "-XX:MaxGCPauseMillis=20",
                    "-XX:InitiatingHeapOccupancyPercent=35",
                    "-XX:+ExplicitGCInvokesConcurrent",
                    "-XX:MaxInlineLevel=15",
                    "-Djava.awt.headless=true",
                    "-Dcom.sun.management.jmxremote=true",
                    "-Dcom.sun.management.jmxremote.authenticate=false",
                    "-Dcom.sun.management.jmxremote.ssl=false",
                    "-Dkafka.logs.dir=" + folder.file("logs"),
                    "-Dlog4j2.configurationFile=" + folder.file(logging),
                    "-cp",
                    jars + "/*"));
            return command;
        }
    }

    /** Gregor through its scripts, as a user starts it. */
    record Gregor(Path bin) implements Side {
        @Override
        public String name() {
            return "Gregor";
        }

        @Override
        public List<String> formatCommand(JavaHome java, WorkFolder folder, Path config) {
            return List.of();
        }

        @Override
        public List<String> startCommand(JavaHome java, WorkFolder folder, Path config) {
            return List.of(bin.resolve("kafka-server-start.sh").toString(), config.toString());
        }

        List<String> versionCommand() {
            return List.of(bin.resolve("kafka-topics.sh").toString(), "--version");
        }

        /** Builds again, with archives for the JDK that JAVA_HOME names. */
        List<String> rebuildCommand() {
            return List.of(bin.resolve("gregor").toString(), "--rebuild");
        }

        /** One of its drop-ins, through its script. */
        List<String> toolCommand(String script, String bootstrap, List<String> arguments) {
            var command = new ArrayList<>(List.of(bin.resolve(script).toString(), "--bootstrap-server", bootstrap));
            command.addAll(arguments);
            return command;
        }
    }

    /** Any broker that a shell command starts, to which the path of a server.properties is added; it formats by itself. */
    record Command(String name, String shellCommand) implements Side {
        @Override
        public List<String> formatCommand(JavaHome java, WorkFolder folder, Path config) {
            return List.of();
        }

        @Override
        public List<String> startCommand(JavaHome java, WorkFolder folder, Path config) {
            return List.of("bash", "-c", "exec " + shellCommand + " \"$0\"", config.toString());
        }
    }
}
