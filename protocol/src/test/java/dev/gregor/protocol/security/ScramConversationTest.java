package dev.gregor.protocol.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import javax.security.sasl.SaslException;
import org.junit.jupiter.api.Test;

class ScramConversationTest {
    // RFC 7677, section 3
    private static final String NONCE = "rOprNGfwEbeRWgbNEkqO";
    private static final String SERVER_FIRST =
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
    private static final String CLIENT_FINAL = "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
            + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";
    private static final String SERVER_FINAL = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

    private final ScramConversation conversation =
            new ScramConversation("SHA-256", new Credentials("user", "pencil", false), NONCE);

    @Test
    void givenTheExampleOfRfc7677_whenSpoken_thenEveryMessageIsItsOwn() throws Exception {
        assertThat(text(conversation.begin())).isEqualTo("n,,n=user,r=" + NONCE);
        assertThat(conversation.answer(bytes(SERVER_FIRST)))
                .hasValueSatisfying(answer -> assertThat(text(answer)).isEqualTo(CLIENT_FINAL));
        assertThat(conversation.answer(bytes(SERVER_FINAL))).isEmpty();
    }

    @Test
    void givenADelegationToken_whenBegun_thenTheBrokerIsTold() {
        // given
        var ofToken = new ScramConversation("SHA-512", new Credentials("a=b,c", "hmac", true), NONCE);
        // then
        assertThat(text(ofToken.begin())).isEqualTo("n,,n=a=3Db=2Cc,r=" + NONCE + ",tokenauth=true");
    }

    @Test
    void givenAServerThatDoesNotKnowThePassword_whenItSigns_thenItIsFoundOut() throws Exception {
        // given
        conversation.begin();
        conversation.answer(bytes(SERVER_FIRST));
        // then
        assertThatThrownBy(() -> conversation.answer(bytes("v=AAAA")))
                .isInstanceOf(SaslException.class)
                .hasMessage("Invalid server signature in server final message");
    }

    @Test
    void givenAServerThatWouldMakeGuessingCheap_whenItNamesTooFewIterations_thenNothingIsProved() {
        // given
        conversation.begin();
        // then
        assertThatThrownBy(() -> conversation.answer(bytes(SERVER_FIRST.replace("4096", "1"))))
                .hasMessage("Requested iterations 1 is less than the minimum 4096 for SCRAM-SHA-256");
    }

    @Test
    void givenAServerThatWouldKeepTheClientCounting_whenItNamesTooManyIterations_thenNothingIsProved() {
        // given
        conversation.begin();
        // then
        assertThatThrownBy(() -> conversation.answer(bytes(SERVER_FIRST.replace("4096", "2147483647"))))
                .hasMessage("Requested iterations 2147483647 is more than the maximum 1000000 for SCRAM-SHA-256");
    }

    @Test
    void givenAnotherConversationsNonce_whenTheServerAnswersWithIt_thenNothingIsProved() {
        // given
        conversation.begin();
        // then
        assertThatThrownBy(() -> conversation.answer(bytes(SERVER_FIRST.replace(NONCE, "other"))))
                .hasMessage("Invalid server nonce: invalid prefix");
    }

    @Test
    void givenGarbage_whenTheServerSaysIt_thenItIsAnError() {
        // given
        conversation.begin();
        // then
        assertThatThrownBy(() -> conversation.answer(bytes("hello"))).isInstanceOf(SaslException.class);
        assertThatThrownBy(() -> conversation.answer(bytes(SERVER_FIRST.replace("s=W", "s=_"))))
                .isInstanceOf(SaslException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
