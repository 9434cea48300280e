package dev.gregor.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gregor.cli.FreshCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gregor acl}, {@code quota}, {@code user} and {@code cluster} against Apache Kafka's broker, which serves them all. */
class AdministrationTest {
    @TempDir
    private static Path folder;

    private static GoldenBroker kafka;
    private static FreshCluster lines;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        kafka = GoldenBroker.ofKafka(Files.createDirectory(folder.resolve("kafka")));
        lines = new FreshCluster(Files.createDirectory(folder.resolve("gregor")));
        lines.environment().put("GREGOR_BOOTSTRAP_SERVER", kafka.bootstrap());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        lines.close();
        kafka.close();
    }

    private static FreshCluster.Result run(String line) {
        return lines.gregor(line.split(" "));
    }

    private static FreshCluster.Result undo(FreshCluster.Result result) {
        var file = result.err().substring(result.err().lastIndexOf(' ') + 1).strip();
        return lines.gregor("undo", file, "--yes");
    }

    @Test
    void givenAProducersAcls_whenAddedTwiceAndTakenBack_thenTheyAreThereOnceAndGo() {
        // when
        var added = run("acl add shop --producer --topic shop-orders --yes");
        var again = run("acl add User:shop --producer --topic shop-orders --yes");
        var listed = run("acl list --principal shop --columns operation,resource,name,host");
        var undone = undo(added);
        // then
        assertThat(added.exitCode()).isZero();
        assertThat(again.err()).isEqualTo("Nothing to change.\n");
        assertThat(listed.out().lines().map(String::strip))
                .containsExactly(
                        "OPERATION  RESOURCE  NAME         HOST",
                        "Write      topic     shop-orders  *",
                        "Create     topic     shop-orders  *",
                        "Describe   topic     shop-orders  *");
        assertThat(undone.exitCode()).isZero();
        assertThat(run("acl list --principal shop").out()).isEmpty();
    }

    @Test
    void givenAllowAndDenyOfTheSame_whenTheAllowIsTakenBack_thenTheDenyStays() {
        // given
        run("acl add User:both --operation Read --topic both --deny --yes");
        var allowed = run("acl add User:both --operation Read --topic both --yes");
        // when
        undo(allowed);
        // then
        assertThat(run("acl list --principal User:both -o json").out())
                .contains("\"permission\":\"deny\"")
                .doesNotContain("allow");
    }

    @Test
    void givenAcls_whenRemovedByTopic_thenPrefixedOnesStayAndTheWayBackBringsThemAgain() {
        // given
        run("acl add User:a --operation Read --topic gone --host 10.0.0.1 --yes");
        run("acl add User:b --operation All --topic gone --prefixed --yes");
        // when
        var removed = run("acl remove --topic gone --yes");
        var left = run("acl list --topic gone -o name");
        undo(removed);
        // then
        assertThat(removed.out()).contains("acl User:a Read on topic gone from 10.0.0.1");
        assertThat(left.out()).isEqualTo("User:b\n");
        assertThat(run("acl list --topic gone -o name").out()).isEqualTo("User:a\nUser:b\n");
    }

    @Test
    void givenAQuota_whenSetRemovedAndTakenBack_thenItIsAsBefore() {
        // given
        run("quota set --user billing --client-id shop producer_byte_rate=1024 request_percentage=12.5 --yes");
        // when
        var removed = run("quota remove --user billing --client-id shop --yes");
        var between = run("quota list --user billing");
        undo(removed);
        // then
        assertThat(removed.exitCode()).isZero();
        assertThat(between.out()).isEmpty();
        assertThat(run("quota list --user billing --columns entity,quota,value")
                        .out()
                        .lines()
                        .map(String::strip))
                .containsExactly(
                        "ENTITY                        QUOTA               VALUE",
                        "user billing, client-id shop  producer_byte_rate   1024",
                        "user billing, client-id shop  request_percentage   12.5");
    }

    @Test
    void givenAPasswordOnStdin_whenAUserIsAdded_thenTheSecretIsNowhereToBeSeen() throws IOException {
        // when
        var added = lines.gregor(
                question -> Optional.empty(), "hush-hush\n", "user", "add", "quiet", "--password-stdin", "--yes");
        var listed = run("user list quiet");
        // then
        assertThat(added.exitCode()).isZero();
        assertThat(added.out() + added.err()).doesNotContain("hush");
        assertThat(listed.out()).contains("SCRAM-SHA-512");
        try (var files = Files.walk(folder.resolve("gregor/state"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("hush"));
        }
        assertThat(run("user remove quiet --yes").exitCode()).isZero();
        assertThat(run("user remove quiet --yes").exitCode()).isEqualTo(1);
    }

    @Test
    void givenAllThatAClusterHas_whenExportedAndAppliedAgain_thenNothingChangesAndNoSecretIsWritten()
            throws IOException {
        // given
        var secrets = Files.writeString(
                folder.resolve("secrets"), "listener.name.plaintext.ssl.keystore.password=hush-hush\n");
        lines.gregor("config", "set", "broker", "1", "--file", secrets.toString(), "log.cleaner.threads=2", "--yes");
        lines.gregor("acl", "add", "User:CN=a: b, O=#c", "--operation", "Write", "--transactional-id", "null", "--yes");
        run("acl add User:* --operation DescribeConfigs --cluster --deny --host 10.0.0.9 --yes");
        run("acl add User:o --operation CreateTokens --user-principal User:p --prefixed --yes");
        run("quota set --user <default> --client-id <default> producer_byte_rate=1234567890123 --yes");
        run("quota set --user null request_percentage=12.5 --yes");
        run("quota set --ip 10.0.0.9 connection_creation_rate=5 --yes");
        run("topic create exported --config cleanup.policy=compact,delete --yes");
        run("apply -e {groups:{yes:{exported:{0:5}}}} --yes");
        var file = folder.resolve("cluster.yaml").toString();
        // when
        var exported = run("export --only topics,brokers,acls,quotas,groups -f " + file);
        var diff = run("diff --prune -f " + file);
        var applied = run("apply --prune --yes -f " + file);
        run("config unset broker 1 listener.name.plaintext.ssl.keystore.password log.cleaner.threads --yes");
        // then
        assertThat(exported.exitCode()).isZero();
        assertThat(exported.err()).contains("Without listener.name.plaintext.ssl.keystore.password of broker 1");
        assertThat(diff).isEqualTo(new FreshCluster.Result(0, "", ""));
        assertThat(applied).isEqualTo(new FreshCluster.Result(0, "", "Nothing to change.\n"));
        assertThat(Path.of(file)).content().contains("log.cleaner.threads").doesNotContain("hush");
        try (var files = Files.walk(folder.resolve("gregor/state"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(written -> assertThat(written).content().doesNotContain("hush"));
        }
    }

    @Test
    void givenAclsAndQuotasThatAFileDoesNotName_whenPrunedAndTakenBack_thenTheClusterIsAsBefore() {
        // given
        run("acl add User:pruned --operation All --group pruned --prefixed --deny --yes");
        run("quota set --client-id pruned consumer_byte_rate=0.5 --yes");
        var before = run("export --only acls,quotas").out();
        // when
        var kept = run("apply -e {acls:[],quotas:[]} --yes");
        var pruned = run("apply -e {acls:[],quotas:[]} --prune --yes");
        var between = run("export --only acls,quotas").out();
        var undone = undo(pruned);
        // then
        assertThat(kept.err()).isEqualTo("Nothing to change.\n");
        assertThat(pruned.exitCode()).isZero();
        assertThat(between).contains("acls: []").contains("quotas: []");
        assertThat(undone.exitCode()).isZero();
        assertThat(run("export --only acls,quotas").out()).isEqualTo(before);
    }

    @Test
    void givenNobodyWhoTypes_whenAUserIsAddedWithoutAPassword_thenThePlacesAreNamed() {
        // when
        var result = run("user add nobody --yes");
        // then
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--password-stdin");
    }

    @Test
    void givenACluster_whenLookedAt_thenBrokersFeaturesAndQuorumAreTold() {
        // when, then
        assertThat(run("cluster info").out())
                .contains("metadata.version 4.3-IV0")
                .contains("alive");
        assertThat(run("cluster features -o json").out()).contains("\"feature\":\"metadata.version\",\"level\":30");
        assertThat(run("cluster quorum -o json").out()).contains("\"role\":\"leader\"");
    }
}
