package dev.gregor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gregor.bench.BenchOptions.Name;
import dev.gregor.bench.BenchOptions.UsageException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

    @Test
    void givenNothing_whenParsed_thenEverythingIsMeasuredInFull() throws UsageException {
        // when
        var options = parse();
        // then
        assertThat(options.measures()).containsExactly(Name.values());
        assertThat(options.loads()).hasSize(4);
        assertThat(options.sizes()).isEqualTo(Sizes.full());
        assertThat(options.bin()).isEqualTo(options.home().resolve("bin"));
    }

    @Test
    void givenQuick_whenParsed_thenTheLongestMeasureIsLeftOut() throws UsageException {
        // when
        var options = parse("--quick");
        // then
        assertThat(options.measures()).doesNotContain(Name.RESTART_2000).hasSize(Name.values().length - 1);
        assertThat(options.sizes()).isEqualTo(Sizes.quick());
    }

    @Test
    void givenNamesAndPairs_whenParsed_thenOnlyTheseAreMeasured() throws UsageException {
        // when
        var options = parse("--only", "startup,restart-2000", "--quick", "--pairs", "7", "--jdk25");
        // then
        assertThat(options.measures()).containsExactly(Name.STARTUP, Name.RESTART_2000);
        assertThat(options.sizes().pairs()).isEqualTo(7);
        assertThat(options.sizes().restartPairs()).isEqualTo(7);
        assertThat(options.jdk25()).isTrue();
    }

    @Test
    void givenHotpath_whenParsed_thenOnlyProducingWithTwoCommands() throws UsageException {
        // when
        var options = parse("--hotpath", "old/start.sh", "--loads", "1k-defaults", "new/start.sh");
        // then
        assertThat(options.measures()).containsExactly(Name.PRODUCE);
        assertThat(options.loads()).containsExactly("1k-defaults");
        assertThat(options.startCommands()).contains(new BenchOptions.StartCommands("old/start.sh", "new/start.sh"));
    }

    @Test
    void givenMisuse_whenParsed_thenTheMessageNamesIt() {
        assertMisuse("unknown option --fast", "--fast");
        assertMisuse("no measure speed", "--only", "startup,speed");
        assertMisuse("no load 1m", "--loads", "1m");
        assertMisuse("--pairs must be at least 1", "--pairs", "0");
        assertMisuse("x is not a number", "--pairs", "x");
        assertMisuse("--only needs a value", "--only");
        assertMisuse("what is startup?", "startup");
        assertMisuse("two start commands, not 1", "--hotpath", "one");
        assertMisuse("hotpath can --only", "--hotpath", "--only", "cli", "one", "two");
    }

    private static void assertMisuse(String message, String... arguments) {
        assertThatThrownBy(() -> parse(arguments))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    private static BenchOptions parse(String... arguments) throws UsageException {
        return BenchOptions.parse(List.copyOf(Arrays.asList(arguments)));
    }
}
