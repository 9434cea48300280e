package dev.gregor.cli.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;
import org.apache.kafka.security.authorizer.AclEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words against those of Apache Kafka. */
class AclWordsTest {
    @ParameterizedTest
    @EnumSource(
            value = ResourceType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNKNOWN", "ANY"})
    void givenAResource_whenAskedWhatCanBeDoneOnIt_thenItIsWhatKafkaAllows(ResourceType type) {
        // given
        var kafkas = new HashSet<>(AclEntry.supportedOperations(type));
        kafkas.add(AclOperation.ALL);
        // when
        var ours = AclWords.operationsOn(type);
        // then
        assertThat(ours).containsExactlyInAnyOrderElementsOf(kafkas);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Read", "read", "DESCRIBECONFIGS", "DescribeConfigs", "describe_configs", "all", "", "no", "Any"
            })
    void givenAWord_whenReadAsAnOperation_thenItIsTheOneKafkaReads(String word) {
        // when, then
        assertThat(AclWords.operation(word)).isEqualTo(SecurityUtils.operation(word));
    }

    @ParameterizedTest
    @EnumSource(AclOperation.class)
    void givenAnOperation_whenNamed_thenTheNameIsKafkas(AclOperation operation) {
        // when, then
        assertThat(AclWords.name(operation)).isEqualTo(SecurityUtils.operationName(operation));
    }
}
