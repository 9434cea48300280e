package dev.gregor.cli.token;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.message.CreateDelegationTokenRequestData;
import org.apache.kafka.common.message.CreateDelegationTokenRequestData.CreatableRenewers;
import org.apache.kafka.common.message.CreateDelegationTokenResponseData;
import org.apache.kafka.common.message.DescribeDelegationTokenRequestData;
import org.apache.kafka.common.message.DescribeDelegationTokenRequestData.DescribeDelegationTokenOwner;
import org.apache.kafka.common.message.DescribeDelegationTokenResponseData;
import org.apache.kafka.common.message.ExpireDelegationTokenRequestData;
import org.apache.kafka.common.message.ExpireDelegationTokenResponseData;
import org.apache.kafka.common.message.RenewDelegationTokenRequestData;
import org.apache.kafka.common.message.RenewDelegationTokenResponseData;

/** What there is to ask about tokens. Refusals come as {@link ApiErrorException}. */
final class Tokens {
    private final ClusterClient client;

    Tokens(ClusterClient client) {
        this.client = client;
    }

    /**
     * Makes a token.
     *
     * @param owner       whose it is; whoever asks when empty
     * @param maxLifetimeMs -1 for the broker's default
     */
    Token create(List<Principal> renewers, Optional<Principal> owner, long maxLifetimeMs) {
        var request = new CreateDelegationTokenRequestData().setMaxLifetimeMs(maxLifetimeMs);
        for (var renewer : renewers) {
            request.renewers()
                    .add(new CreatableRenewers()
                            .setPrincipalType(renewer.type())
                            .setPrincipalName(renewer.name()));
        }
        if (owner.isPresent()) {
            request.setOwnerPrincipalType(owner.get().type())
                    .setOwnerPrincipalName(owner.get().name());
        }
        var answer = client.ask(
                Target.anyBroker(),
                request,
                new CreateDelegationTokenResponseData(),
                CreateDelegationTokenResponseData::errorCode);
        throwIf(answer.errorCode());
        return new Token(
                answer.tokenId(),
                text(answer.hmac()),
                new Principal(answer.principalType(), answer.principalName()),
                new Principal(answer.tokenRequesterPrincipalType(), answer.tokenRequesterPrincipalName()),
                renewers,
                answer.issueTimestampMs(),
                answer.expiryTimestampMs(),
                answer.maxTimestampMs());
    }

    /** The tokens of these owners, or all that the client may see. */
    List<Token> describe(List<Principal> owners) {
        var request = new DescribeDelegationTokenRequestData().setOwners(null);
        if (!owners.isEmpty()) {
            var asked = new ArrayList<DescribeDelegationTokenOwner>();
            for (var owner : owners) {
                asked.add(new DescribeDelegationTokenOwner()
                        .setPrincipalType(owner.type())
                        .setPrincipalName(owner.name()));
            }
            request.setOwners(asked);
        }
        var answer = client.ask(
                Target.anyBroker(),
                request,
                new DescribeDelegationTokenResponseData(),
                DescribeDelegationTokenResponseData::errorCode);
        throwIf(answer.errorCode());
        var tokens = new ArrayList<Token>();
        for (var row : answer.tokens()) {
            var renewers = new ArrayList<Principal>();
            for (var renewer : row.renewers()) {
                renewers.add(new Principal(renewer.principalType(), renewer.principalName()));
            }
            tokens.add(new Token(
                    row.tokenId(),
                    text(row.hmac()),
                    new Principal(row.principalType(), row.principalName()),
                    new Principal(row.tokenRequesterPrincipalType(), row.tokenRequesterPrincipalName()),
                    renewers,
                    row.issueTimestamp(),
                    row.expiryTimestamp(),
                    row.maxTimestamp()));
        }
        return tokens;
    }

    /** Lets a token live on for so long; returns when it expires, in milliseconds since 1970. */
    long renew(byte[] hmac, long periodMs) {
        var answer = client.ask(
                Target.anyBroker(),
                new RenewDelegationTokenRequestData().setHmac(hmac).setRenewPeriodMs(periodMs),
                new RenewDelegationTokenResponseData(),
                RenewDelegationTokenResponseData::errorCode);
        throwIf(answer.errorCode());
        return answer.expiryTimestampMs();
    }

    /** Lets a token expire after so long, at once when it is below 0; returns when, in milliseconds since 1970. */
    long expire(byte[] hmac, long periodMs) {
        var answer = client.ask(
                Target.anyBroker(),
                new ExpireDelegationTokenRequestData().setHmac(hmac).setExpiryTimePeriodMs(periodMs),
                new ExpireDelegationTokenResponseData(),
                ExpireDelegationTokenResponseData::errorCode);
        throwIf(answer.errorCode());
        return answer.expiryTimestampMs();
    }

    private static String text(byte[] hmac) {
        return Base64.getEncoder().encodeToString(hmac);
    }

    private static void throwIf(short code) {
        if (code != ErrorCodes.NONE) {
            throw new ApiErrorException(code, "");
        }
    }
}
