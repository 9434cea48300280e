package dev.gregor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodesTest {
    @ParameterizedTest
    @EnumSource
    void givenAnErrorThatIsAskedAgainAfter_whenLookedUp_thenTheProtocolHasItPassToo(Errors error) {
        if (ErrorCodes.isRetriable(error.code())) {
            assertThat(error.exception()).isInstanceOf(RetriableException.class);
        }
    }

    @Test
    void givenALeaderJustElected_whenItDoesNotKnowItsOffsets_thenItIsAskedAgain() {
        assertThat(ErrorCodes.isRetriable(Errors.OFFSET_NOT_AVAILABLE.code())).isTrue();
    }
}
