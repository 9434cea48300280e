package dev.gregor.conformance.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rules of the house, below any root package: {@code dev.gregor} itself, or a small house built to break them.
 *
 * <p>Inside the broker: network → api → {replication, group, quorum} → storage. Configuration is read by the composition root
 * and the command line and handed on as values. Apache Kafka's internal modules change in any release, so few packages know
 * them; which classes are internal is decided by the jar they come from.
 */
final class HouseRules {
    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    /** Each rule by its name. */
    Map<String, ArchRule> byName() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("the network is known by the composition root and configuration alone", networkIsOnTop());
        rules.put("handlers are known by the network alone", handlersAreBelowTheNetwork());
        rules.put("replicas know neither groups nor the quorum", replicasStandAlone());
        rules.put("storage knows nobody", storageIsAtTheBottom());
        rules.put(
                "configuration is known by the composition root and the command line alone", configurationIsHandedOn());
        rules.put("no cycles in the broker", noCycles("broker"));
        rules.put("no cycles in the command line", noCycles("cli"));
        rules.put("the broker knows none of the tools", brokerKnowsNoTools());
        rules.put("the protocol knows nobody", protocolKnowsNobody());
        rules.put("the tools do without Netty", toolsWithoutNetty());
        rules.put("nobody knows Apache Kafka's old core or Scala", noOldCore());
        rules.put("few packages know Apache Kafka's internal modules", internalModulesAreFenced());
        return rules;
    }

    private ArchRule networkIsOnTop() {
        return noClasses()
                .that(resideInAnyPackage(broker("api", "replication", "group", "quorum", "storage")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(broker("network")));
    }

    private ArchRule handlersAreBelowTheNetwork() {
        return noClasses()
                .that(resideInAnyPackage(broker("replication", "group", "quorum", "storage", "config")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(broker("api")));
    }

    private ArchRule replicasStandAlone() {
        return noClasses()
                .that(resideInAnyPackage(broker("replication")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(broker("group", "quorum")));
    }

    private ArchRule storageIsAtTheBottom() {
        return noClasses()
                .that(resideInAnyPackage(broker("storage")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(broker("network", "api", "replication", "group", "quorum", "config")));
    }

    private ArchRule configurationIsHandedOn() {
        return noClasses()
                .that(resideInAnyPackage(broker("network", "api", "replication", "group", "quorum", "storage")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(broker("config")));
    }

    private ArchRule noCycles(String module) {
        return slices().matching(root + "." + module + ".(*)..").should().beFreeOfCycles();
    }

    private ArchRule brokerKnowsNoTools() {
        return noClasses()
                .that(resideInAPackage(root + ".broker.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        root + ".cli..", root + ".protocol..", root + ".reassign..", root + ".mirror.."));
    }

    private ArchRule protocolKnowsNobody() {
        return noClasses()
                .that(resideInAPackage(root + ".protocol.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        root + ".cli..", root + ".broker..", root + ".reassign..", root + ".mirror.."));
    }

    private ArchRule toolsWithoutNetty() {
        return noClasses()
                .that(resideInAnyPackage(root + ".protocol..", root + ".cli.."))
                .should()
                .dependOnClassesThat(resideInAPackage("io.netty.."));
    }

    private ArchRule noOldCore() {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("kafka..", "scala.."));
    }

    private ArchRule internalModulesAreFenced() {
        return noClasses()
                .that(resideInAPackage(root + "..")
                        .and(DescribedPredicate.not(
                                resideInAnyPackage(broker("quorum", "group", "config", "security", "transaction")))))
                .should()
                .dependOnClassesThat(comeFromAnInternalJar());
    }

    private String[] broker(String... packages) {
        return Arrays.stream(packages)
                .map(name -> root + ".broker." + name + "..")
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> comeFromAnInternalJar() {
        return DescribedPredicate.describe(
                "come from an internal jar of Apache Kafka",
                type -> type.getSource()
                        .map(source -> isInternalJar(source.getUri().toString()))
                        .orElse(false));
    }

    /** @param uri as {@code jar:file:/…/kafka-raft-4.3.1.jar!/org/apache/…} */
    private static boolean isInternalJar(String uri) {
        int end = uri.indexOf("!/");
        if (end < 0) {
            return false;
        }
        var jar = Path.of(uri.substring(uri.lastIndexOf(':', end) + 1, end))
                .getFileName()
                .toString();
        return jar.startsWith("kafka") && !jar.startsWith("kafka-clients-") && !jar.startsWith("kafka-tools-api-");
    }
}
