package dev.gregor.cli.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.FreshCluster;
import dev.gregor.cli.FreshCluster.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rails by the way of {@code gregor topic}, against Gregor's broker. */
class ChangeRailsTest {
    @TempDir
    private static Path folder;

    private static FreshCluster cluster;

    @BeforeAll
    static void startBroker() {
        cluster = new FreshCluster(folder);
    }

    @AfterAll
    static void stopBroker() {
        cluster.close();
    }

    private static List<String> topics() {
        return cluster.gregor("topic", "list", "-o", "name").out().lines().toList();
    }

    private static Path newestUndoFile() throws IOException {
        try (var files = Files.list(folder.resolve("state/gregor/undo"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .reduce((older, newer) -> newer)
                    .orElseThrow();
        }
    }

    @Test
    void givenAScriptWithoutYes_whenSomethingWouldChange_thenItIsShownAndRefused() {
        // when
        var result = cluster.gregor("topic", "create", "unasked", "-p", "3");
        // then
        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "",
                        "On cluster %s (%s):\nWHAT           FROM  TO\ntopic unasked  -     3 partitions\n"
                                        .formatted(cluster.id(), cluster.address())
                                + "gregor topic create: nothing was changed: nobody is there to ask. Add --yes, or"
                                + " --dry-run to look only.\n"));
        assertThat(topics()).doesNotContain("unasked");
    }

    @Test
    void givenADryRun_whenChangesAreShown_thenNoneIsMade() {
        // when
        var result = cluster.gregor("topic", "create", "dry", "--dry-run", "-o", "json");
        // then
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("\"what\":\"topic dry\"").contains("\"result\":\"planned\"");
        assertThat(topics()).doesNotContain("dry");
    }

    @Test
    void givenAPersonWhoSaysNo_whenAsked_thenNothingChangesAndItIsAFailure() {
        // given
        var questions = new ArrayList<String>();
        Person person = question -> {
            questions.add(question);
            return Optional.of("n");
        };
        // when
        var result = cluster.gregor(person, "", "topic", "create", "refused");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(questions).containsExactly("Make this change? [y/N] ");
        assertThat(topics()).doesNotContain("refused");
    }

    @Test
    void givenAProtectedContext_whenChanged_thenItsNameIsAskedForAndYesAloneIsNotEnough() {
        // given
        cluster.gregor("context", "add", "live", "-b", cluster.address(), "--protected", "--replace");
        var line = new String[] {"topic", "create", "guarded", "--context", "live"};
        // when
        var wrong = cluster.gregor(question -> Optional.of("y"), "", line);
        var yes = cluster.gregor("topic", "create", "guarded", "--context", "live", "--yes");
        var before = topics();
        var right = cluster.gregor(question -> Optional.of("live"), "", line);
        // then
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(yes.exitCode()).isEqualTo(2);
        assertThat(yes.err()).contains("Add --confirm live.");
        assertThat(before).doesNotContain("guarded");
        assertThat(right.exitCode()).isZero();
        assertThat(topics()).contains("guarded");
    }

    @Test
    void givenAReadOnlyContextThatKnowsTheClusterId_whenTheAddressIsNamedAlone_thenItIsRefusedAllTheSame() {
        // given
        cluster.gregor("context", "add", "look", "-b", cluster.address(), "--read-only", "--cluster-id", cluster.id());
        // when
        var result = cluster.gregor("topic", "create", "hidden", "--yes", "-b", cluster.address());
        cluster.gregor("context", "remove", "look");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("context look is read-only; nothing was changed.");
        assertThat(topics()).doesNotContain("hidden");
    }

    @Test
    void givenAChange_whenTakenBack_thenTheClusterIsAsBeforeAndTheFileIsDoneWith() throws IOException {
        // given
        cluster.gregor("topic", "create", "mistake", "--yes");
        var file = newestUndoFile();
        // when
        var result = cluster.gregor("undo", file.toString(), "--yes");
        // then
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("topic mistake").contains("done");
        assertThat(topics()).doesNotContain("mistake");
        assertThat(file).doesNotExist();
        assertThat(Path.of(file + ".done")).exists();
    }

    @Test
    void givenChangesRightAfterEachOther_whenTheLastIsTakenBack_thenItIsTheLast() throws IOException {
        // given
        for (int i = 0; i < 5; i++) {
            cluster.gregor("apply", "-e", "{topics: {quick-" + i + ": {partitions: 1}}}", "--yes");
        }
        // when
        cluster.gregor("undo", "--last", "--yes");
        // then
        assertThat(topics())
                .contains("quick-0", "quick-1", "quick-2", "quick-3")
                .doesNotContain("quick-4");
    }

    @Test
    void givenALineThatCannotBeTakenBackAnyMore_whenUndone_thenItIsToldAndTheFileStays() throws IOException {
        // given
        cluster.gregor("topic", "create", "gone", "--yes");
        var file = newestUndoFile();
        cluster.gregor("topic", "delete", "gone", "--yes");
        // when
        var result = cluster.gregor("undo", file.toString(), "--yes");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("no topic 'gone'");
        assertThat(file).exists();
        Files.delete(file);
    }

    @Test
    void givenOneOfManyThatFails_whenChanged_thenEveryRowIsToldAndTheCodeIsOne() {
        // given
        cluster.gregor("topic", "create", "twice", "--yes");
        // when
        var result = cluster.gregor("topic", "create", "twice", "--yes");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("failed").contains("already exists");
        assertThat(result.err()).isEqualTo("gregor topic create: 1 of 1 failed.\n");
    }

    @Test
    void givenAContextOfAnotherCluster_whenTheClusterHasAProtectedOneToo_thenNothingIsChangedUnderTheWrongName() {
        // given
        cluster.gregor("context", "add", "elsewhere", "-b", cluster.address(), "--cluster-id", "another");
        cluster.gregor("context", "add", "here", "-b", cluster.address(), "--protected", "--cluster-id", cluster.id());
        // when
        var result = cluster.gregor("topic", "create", "lost", "--context", "elsewhere", "--yes", "--confirm", "here");
        cluster.gregor("context", "remove", "elsewhere");
        cluster.gregor("context", "remove", "here");
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("context elsewhere was made for cluster another");
        assertThat(topics()).doesNotContain("lost");
    }

    @Test
    void givenACareForTheCluster_whenUndoneAppliedOrReadAsAMember_thenItHoldsThereToo() throws IOException {
        // given
        cluster.gregor("topic", "create", "kept", "--yes");
        var file = newestUndoFile();
        cluster.gregor(
                "context", "add", "careful", "-b", cluster.address(), "--protected", "--cluster-id", cluster.id());
        // when
        var undo = cluster.gregor("undo", file.toString(), "--yes");
        var apply = cluster.gregor("apply", "-e", "{topics: {more: {}}}", "--yes");
        cluster.gregor("context", "remove", "careful");
        cluster.gregor("context", "add", "look", "-b", cluster.address(), "--read-only", "--cluster-id", cluster.id());
        var undoAgain = cluster.gregor("undo", file.toString(), "--yes");
        var applyAgain = cluster.gregor("apply", "-e", "{topics: {more: {}}}", "--yes");
        var member = cluster.gregor("consume", "kept", "--group", "readers", "--exit");
        cluster.gregor("context", "remove", "look");
        // then
        assertThat(List.of(undo.exitCode(), apply.exitCode())).containsExactly(2, 2);
        assertThat(undo.err()).contains("Add --confirm careful.");
        assertThat(List.of(undoAgain.exitCode(), applyAgain.exitCode(), member.exitCode()))
                .containsExactly(1, 1, 1);
        assertThat(member.err()).contains("context look is read-only; nothing was committed: read without --group.");
        assertThat(topics()).contains("kept").doesNotContain("more");
    }

    @Test
    void givenAFileThatIsNoUndoFile_whenTheFilesAreListed_thenTheOthersAreToo() throws IOException {
        // given
        cluster.gregor("topic", "create", "listed", "--yes");
        var broken = Files.writeString(folder.resolve("state/gregor/undo/00000000-000000.000-broken.json"), "");
        // when
        var result = cluster.gregor("undo", "--list");
        Files.delete(broken);
        // then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("broken.json is no undo file");
        assertThat(result.out()).contains("gregor topic create");
    }

    @Test
    void givenTwoLinesThatBringBackTheSame_whenUndone_thenTheSecondHasNothingLeftToDoAndThatIsFine()
            throws IOException {
        // given
        cluster.gregor("topic", "create", "both", "-c", "retention.ms=1000", "--yes");
        var file = Files.writeString(folder.resolve("both.json"), """
                {"command": "gregor config set", "time": "2026-11-24T08:00:00Z", "clusterId": "%s", "connection": [],
                 "changes": [
                  {"what": "a", "from": "5", "to": "1", "undo": ["config", "set", "topic", "both", "retention.ms=5"]},
                  {"what": "b", "from": "5", "to": "1",
                   "undo": ["config", "set", "topic", "both", "retention.ms=5", "flush.ms=7"]}]}
                """.formatted(cluster.id()));
        // when
        var result = cluster.gregor("undo", file.toString(), "--yes");
        // then
        assertThat(result.exitCode()).isZero();
        assertThat(cluster.gregor("config", "get", "topic", "both", "flush.ms", "retention.ms")
                        .out())
                .containsPattern("flush.ms +7 ")
                .containsPattern("retention.ms +5 ");
    }
}
