package dev.gregor.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The JDK both sides run on.
 *
 * @param path its folder; empty for the one the caller's environment names. That one is not set again under another name:
 *     Gregor's class-data archive belongs to the java that built it.
 */
record JavaHome(Optional<Path> path) {
    static JavaHome ofTheEnvironment() {
        return new JavaHome(Optional.empty());
    }

    static JavaHome at(Path path) {
        return new JavaHome(Optional.of(path));
    }

    String java() {
        return path.or(() -> Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of))
                .map(home -> home.resolve("bin/java").toString())
                .orElse("java");
    }

    /** Sets JAVA_HOME where it differs, and takes out what the caller's shell may have set for one of the sides. */
    void applyTo(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("KAFKA_") || name.equals("JAVA_TOOL_OPTIONS"));
        path.ifPresent(home -> environment.put("JAVA_HOME", home.toString()));
    }
}
