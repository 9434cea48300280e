package dev.gregor.cli.demo;

import dev.gregor.cli.server.JvmCommandLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start a broker as a process of its own. */
@FunctionalInterface
interface BrokerLaunch {
    /** The JVM's way in, for every program. */
    String MAIN = "dev.gregor.cli.Main";

    /** Returns the words of the command that runs a broker with this {@code server.properties}. */
    List<String> with(Path properties);

    /** The broker of this very program: the same JVM, with the same options, as {@code gregor broker FILE}. */
    static BrokerLaunch ofThisProgram() {
        var process = ProcessHandle.current();
        return properties -> {
            var command = new ArrayList<String>();
            command.add(process.info().command().orElse("java"));
            command.addAll(jvmOptions(JvmCommandLine.of(process)));
            command.add("-Dgregor.program=gregor");
            command.add(MAIN);
            command.add("broker");
            command.add(properties.toString());
            return command;
        };
    }

    private static List<String> jvmOptions(List<String> words) {
        int main = words.indexOf(MAIN);
        return main >= 0
                ? words.subList(0, main)
                : List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"));
    }
}
