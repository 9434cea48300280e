package dev.gregor.cli.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How to start a broker as a process of its own. */
@FunctionalInterface
interface BrokerCommand {
    /** @return the words of the command that runs a broker with this {@code server.properties} */
    List<String> with(Path properties);

    /** The broker of this very program: the same JVM, with the same options, as {@code gregor broker FILE}. */
    static BrokerCommand ofThisProgram() {
        var process = ProcessHandle.current().info();
        return properties -> {
            var command = new ArrayList<String>();
            command.add(process.command().orElse("java"));
            command.addAll(jvmOptions(process.arguments()));
            command.add("-Dgregor.program=gregor");
            command.add("dev.gregor.cli.Main");
            command.add("broker");
            command.add(properties.toString());
            return command;
        };
    }

    private static List<String> jvmOptions(Optional<String[]> arguments) {
        var options = new ArrayList<String>();
        for (var argument : arguments.orElse(new String[0])) {
            if (argument.equals("dev.gregor.cli.Main")) {
                return options;
            }
            options.add(argument);
        }
        return List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"));
    }
}
