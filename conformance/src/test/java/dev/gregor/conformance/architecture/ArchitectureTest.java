package dev.gregor.conformance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gregor keeps to the rules of its house, and each rule fails on a house built to break it. */
class ArchitectureTest {
    private static final String GREGOR = "dev.gregor";
    private static final String OFFENDING = "dev.gregor.conformance.architecture.offending";
    private static final JavaClasses GREGOR_CLASSES =
            new ClassFileImporter().importPackages("dev.gregor.broker", "dev.gregor.cli", "dev.gregor.protocol");
    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(OFFENDING);

    @Test
    void givenTheClassPath_whenRead_thenItHoldsEveryModule() {
        assertThat(GREGOR_CLASSES.contain("dev.gregor.broker.Broker")).isTrue();
        assertThat(GREGOR_CLASSES.contain("dev.gregor.cli.Main")).isTrue();
        assertThat(GREGOR_CLASSES.contain("dev.gregor.protocol.ClusterClient")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("names")
    void givenGregor_whenItsDependenciesAreRead_thenTheRuleHolds(String name) {
        var broken = rule(GREGOR, name).evaluate(GREGOR_CLASSES).getFailureReport();
        assertThat(broken.getDetails()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void givenAHouseBuiltToBreakIt_whenItsDependenciesAreRead_thenTheRuleFails(String name) {
        var broken = rule(OFFENDING, name).evaluate(OFFENDERS).getFailureReport();
        assertThat(broken.getDetails()).isNotEmpty();
    }

    private static ArchRule rule(String root, String name) {
        return Objects.requireNonNull(new HouseRules(root).byName().get(name));
    }

    static Iterable<String> names() {
        return new HouseRules(GREGOR).byName().keySet();
    }
}
