package dev.gregor.bench;

import java.nio.file.Path;
import java.util.Map;

/** The JDK both sides run on. */
record JavaHome(Path path) {
    static JavaHome ofThisJvm() {
        return new JavaHome(Path.of(System.getProperty("java.home")));
    }

    String java() {
        return path.resolve("bin/java").toString();
    }

    /** Sets JAVA_HOME and takes out what the caller's shell may have set for one of the sides. */
    void applyTo(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("KAFKA_") || name.equals("JAVA_TOOL_OPTIONS"));
        environment.put("JAVA_HOME", path.toString());
    }
}
