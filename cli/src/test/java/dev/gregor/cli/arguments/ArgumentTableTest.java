package dev.gregor.cli.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.arguments.Argument.Type;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.sourceforge.argparse4j.ArgumentParsers;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** argparse4j itself, with a table like ours, says what each line means and what is wrong with it. */
class ArgumentTableTest {
    private static final String LONG_HELP =
            "The number of the thing that is to be done, in a sentence that does not fit"
                    + " into one line; two-part words and `format=value` are broken where the language breaks them.";

    private final ArgumentTable table = table();
    private final ArgumentParser oracle = oracle();

    private static ArgumentTable table() {
        var table = ArgumentTable.of("prog", "Does it.").tellingDefaults();
        table.exactlyOneOf(Argument.value("foo help", "--foo"), Argument.value("", "--bar", "-b"));
        table.with(
                Argument.flag("", "-v"), Argument.value("", "--twenty-one-wide").named("FILE"));
        table.command("go", "Goes " + LONG_HELP)
                .with(
                        Argument.value(LONG_HELP, "--id", "-i").as(Type.INTEGER).asRequired(),
                        Argument.value("nom", "--name").byDefault("zed"),
                        Argument.value("", "--epoch").as(Type.SHORT).asRequired());
        table.command("stop", "")
                .describedAs("Stops it. " + LONG_HELP)
                .with(
                        Argument.flag("", "--force"),
                        Argument.each("", "-n"),
                        Argument.many("many", "--mul"),
                        Argument.value("", "--rate").as(Type.DOUBLE).byDefault("1.5"))
                .group("Apart", "These stand apart. " + LONG_HELP, Argument.value("late", "--late"))
                .atMostOneOf(Argument.value("", "-k").as(Type.LONG), Argument.flag("", "-l"));
        return table;
    }

    private static ArgumentParser oracle() {
        var parser = ArgumentParsers.newArgumentParser("prog").defaultHelp(true).description("Does it.");
        var which = parser.addMutuallyExclusiveGroup().required(true);
        which.addArgument("--foo").help("foo help");
        which.addArgument("--bar", "-b");
        parser.addArgument("-v").action(Arguments.storeTrue());
        parser.addArgument("--twenty-one-wide").metavar("FILE");
        var commands = parser.addSubparsers().dest("command");
        var go = commands.addParser("go").help("Goes " + LONG_HELP);
        go.addArgument("--id", "-i").type(Integer.class).required(true).help(LONG_HELP);
        go.addArgument("--name").setDefault("zed").help("nom");
        go.addArgument("--epoch").type(Short.class).required(true);
        var stop = commands.addParser("stop").description("Stops it. " + LONG_HELP);
        stop.addArgument("--force").action(Arguments.storeTrue());
        stop.addArgument("-n").action(Arguments.append());
        stop.addArgument("--mul").nargs("+").help("many");
        stop.addArgument("--rate").type(Double.class).setDefault(1.5);
        var apart = stop.addArgumentGroup("Apart").description("These stand apart. " + LONG_HELP);
        apart.addArgument("--late").help("late");
        var either = stop.addMutuallyExclusiveGroup();
        either.addArgument("-k").type(Long.class);
        either.addArgument("-l").action(Arguments.storeTrue());
        return parser;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-h",
                "go --help",
                "stop --hel",
                "go",
                "go --id",
                "go --id --name",
                "go --idd 4",
                "go extra words",
                "go --id 99999999999",
                "go --id 1 --epoch 70000",
                "--foo 1 go --id 1",
                "--foo 1 go",
                "--foo 1 go --id=3 --epoch 3",
                "--fo x go -i7 --ep 4 --name",
                "--fo x go -i7 --ep 4 --name=a=b",
                "--foo=1 --bar=2 go",
                "--b 2 s",
                "-b2 -v s",
                "-b -v s",
                "-vb 2 stop",
                "-vvb 2 stop --rate x",
                "-b 2 stop --rate 7.5",
                "-q",
                "-vx stop",
                "--fooo",
                "xo",
                "--foo 1 xstops",
                "nothing-like-it-at-all",
                "stop --force=1",
                "--foo 1 stop -n1 -n 2 --mul a b --mul c -n3",
                "stop --mul",
                "-- stop",
                "--foo 1 stop -- -1",
                "--foo 1 stop -1",
                "--foo 1 stop -k -1",
                "--foo 1 stop -k 5 -l",
                "--foo 1 stop -l -l",
                "--foo 1 stop --late -1 -l",
                "--foo -1 stop",
                "--foo -x stop",
                "--foo 1 stop --lat=",
                "--foo 1 stop -",
            })
    void givenALine_whenReadByBoth_thenTheyUnderstandTheSame(String line) {
        var words = line.isEmpty() ? new String[0] : line.split(" ");
        // when
        var ours = ours(words);
        // then
        assertThat(ours).isEqualTo(theirs(words));
    }

    @Test
    void givenWordsInAnyOrder_whenReadByBoth_thenTheyUnderstandTheSame() {
        // given
        var known =
                ("--foo|--fo|--foo=1|--bar|-b|-b2|-v|-vb|--twenty-one-wide|--t=|go|g|stop|s|st|--id|-i7|--name|--name="
                                + "|--epoch|--e=3|--force|--for|-n|-n1|--mul|--mul=a|--rate|2.5|--late|--la|-k|-l|-lk|-k5|1|-1|x|-|--"
                                + "||köy|--köy|-ö|@x|=|--=|-=|a b|--help|-h|-vh")
                        .split("\\|");
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            var words = new String[random.nextInt(9)];
            for (int j = 0; j < words.length; j++) {
                words[j] = known[random.nextInt(known.length)];
            }
            // when
            var ours = ours(words);
            // then
            assertThat(ours).as("seed %d: %s", seed, String.join("|", words)).isEqualTo(theirs(words));
        }
    }

    private String ours(String[] words) {
        try {
            var parsed = table.parse(words);
            var values = new TreeMap<String, List<String>>();
            for (var name :
                    List.of("foo", "bar", "twenty-one-wide", "id", "name", "epoch", "n", "mul", "rate", "late", "k")) {
                values.put(name, parsed.all(name));
            }
            for (var flag : List.of("v", "force", "l")) {
                values.put(flag, parsed.has(flag) ? List.of("true") : List.of());
            }
            return parsed.command() + " " + values;
        } catch (AnswerAsked asked) {
            return asked.answer();
        } catch (ArgumentException misuse) {
            return misuse.report();
        }
    }

    private String theirs(String[] words) {
        var printed = new ByteArrayOutputStream();
        var stdout = System.out;
        var stderr = System.err;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        try {
            return described(oracle.parseArgs(words).getAttrs());
        } catch (ArgumentParserException failed) {
            oracle.handleError(failed);
            return printed.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
        }
    }

    private static String described(Map<String, Object> attributes) {
        var values = new TreeMap<String, List<String>>();
        for (var name : List.of(
                "foo",
                "bar",
                "twenty_one_wide",
                "id",
                "name",
                "epoch",
                "n",
                "mul",
                "rate",
                "late",
                "k",
                "v",
                "force",
                "l")) {
            values.put(name.replace('_', '-'), asTexts(attributes.get(name)));
        }
        return attributes.get("command") + " " + values;
    }

    private static List<String> asTexts(@Nullable Object value) {
        if (value == null || value.equals(false)) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(value.toString());
    }
}
