package dev.gregor.cli.archive;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.message.DescribeAclsRequestData;
import org.apache.kafka.common.message.DescribeAclsResponseData;
import org.apache.kafka.common.message.DescribeClientQuotasRequestData;
import org.apache.kafka.common.message.DescribeClientQuotasResponseData;
import org.apache.kafka.common.message.DescribeQuorumRequestData;
import org.apache.kafka.common.message.DescribeQuorumResponseData;
import org.apache.kafka.common.message.DescribeUserScramCredentialsRequestData;
import org.apache.kafka.common.message.DescribeUserScramCredentialsResponseData;
import org.apache.kafka.common.message.IncrementalAlterConfigsRequestData;
import org.apache.kafka.common.message.IncrementalAlterConfigsResponseData;
import org.apache.kafka.common.message.ListConfigResourcesRequestData;
import org.apache.kafka.common.message.ListConfigResourcesResponseData;
import org.apache.kafka.common.protocol.ApiMessage;

/** The training cluster's answers to what administers a cluster: one row of each kind. */
final class TrainingAdministration {
    private static final byte TOPIC = 2;
    private static final byte CLIENT_METRICS = 16;
    private static final byte LITERAL = 3;
    private static final byte READ = 3;
    private static final byte ALLOW = 3;
    private static final byte SCRAM_SHA_256 = 1;

    private TrainingAdministration() {}

    static Optional<ApiMessage> answerTo(ApiMessage request) {
        if (request instanceof DescribeAclsRequestData) {
            return Optional.of(acls());
        }
        if (request instanceof DescribeClientQuotasRequestData) {
            return Optional.of(quotas());
        }
        if (request instanceof DescribeUserScramCredentialsRequestData) {
            return Optional.of(users());
        }
        if (request instanceof DescribeQuorumRequestData) {
            return Optional.of(quorum());
        }
        if (request instanceof IncrementalAlterConfigsRequestData) {
            var answer = new IncrementalAlterConfigsResponseData();
            answer.responses().add(new IncrementalAlterConfigsResponseData.AlterConfigsResourceResponse());
            return Optional.of(answer);
        }
        if (request instanceof ListConfigResourcesRequestData) {
            var answer = new ListConfigResourcesResponseData();
            answer.configResources()
                    .add(new ListConfigResourcesResponseData.ConfigResource()
                            .setResourceName("training")
                            .setResourceType(CLIENT_METRICS));
            return Optional.of(answer);
        }
        return Optional.empty();
    }

    private static ApiMessage acls() {
        var resource = new DescribeAclsResponseData.DescribeAclsResource()
                .setResourceType(TOPIC)
                .setResourceName("training")
                .setPatternType(LITERAL)
                .setAcls(List.of(new DescribeAclsResponseData.AclDescription()
                        .setPrincipal("User:training")
                        .setHost("*")
                        .setOperation(READ)
                        .setPermissionType(ALLOW)));
        return new DescribeAclsResponseData().setResources(List.of(resource));
    }

    private static ApiMessage quotas() {
        var entry = new DescribeClientQuotasResponseData.EntryData()
                .setEntity(List.of(new DescribeClientQuotasResponseData.EntityData()
                        .setEntityType("user")
                        .setEntityName("training")))
                .setValues(List.of(new DescribeClientQuotasResponseData.ValueData()
                        .setKey("request_percentage")
                        .setValue(25)));
        return new DescribeClientQuotasResponseData().setEntries(List.of(entry));
    }

    private static ApiMessage users() {
        var user = new DescribeUserScramCredentialsResponseData.DescribeUserScramCredentialsResult()
                .setUser("training")
                .setCredentialInfos(List.of(new DescribeUserScramCredentialsResponseData.CredentialInfo()
                        .setMechanism(SCRAM_SHA_256)
                        .setIterations(4096)));
        return new DescribeUserScramCredentialsResponseData().setResults(List.of(user));
    }

    private static ApiMessage quorum() {
        var partition = new DescribeQuorumResponseData.PartitionData()
                .setCurrentVoters(List.of(new DescribeQuorumResponseData.ReplicaState()));
        return new DescribeQuorumResponseData()
                .setTopics(List.of(new DescribeQuorumResponseData.TopicData().setPartitions(List.of(partition))));
    }
}
