package dev.gregor.protocol.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.security.auth.Subject;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.junit.jupiter.api.Test;

class SubjectConversationTest {
    @Test
    void givenABrokerThatIsDoneBeforeTheClientIs_whenItSaysSo_thenItIsNotBelieved() throws SaslException {
        // given
        var conversation = new SubjectConversation(new Subject(), new Silent(false));
        assertThat(conversation.begin()).isEmpty();
        // then
        assertThatThrownBy(() -> conversation.answer(new byte[0]))
                .isInstanceOf(SaslException.class)
                .hasMessage("the broker ended the conversation before it had proved who it is");
    }

    @Test
    void givenAClientThatIsDone_whenTheBrokerSaysItIsToo_thenThereIsNothingLeftToSay() throws SaslException {
        assertThat(new SubjectConversation(new Subject(), new Silent(true)).answer(new byte[0]))
                .isEmpty();
    }

    /** Says nothing, and is done or never. */
    private record Silent(boolean isComplete) implements SaslClient {
        @Override
        public String getMechanismName() {
            return "SILENT";
        }

        @Override
        public boolean hasInitialResponse() {
            return false;
        }

        @Override
        @SuppressWarnings("NullAway") // as its interface has it
        public byte[] evaluateChallenge(byte[] challenge) {
            return null;
        }

        @Override
        public byte[] unwrap(byte[] incoming, int offset, int length) {
            throw new IllegalStateException();
        }

        @Override
        public byte[] wrap(byte[] outgoing, int offset, int length) {
            throw new IllegalStateException();
        }

        @Override
        @SuppressWarnings("NullAway") // as its interface has it
        public Object getNegotiatedProperty(String name) {
            return null;
        }

        @Override
        public void dispose() {
            // Nothing was opened.
        }
    }
}
