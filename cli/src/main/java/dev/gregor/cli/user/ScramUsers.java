package dev.gregor.cli.user;

import dev.gregor.protocol.ApiErrorException;
import dev.gregor.protocol.ClusterClient;
import dev.gregor.protocol.ErrorCodes;
import dev.gregor.protocol.Target;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.message.AlterUserScramCredentialsRequestData;
import org.apache.kafka.common.message.AlterUserScramCredentialsRequestData.ScramCredentialDeletion;
import org.apache.kafka.common.message.AlterUserScramCredentialsRequestData.ScramCredentialUpsertion;
import org.apache.kafka.common.message.AlterUserScramCredentialsResponseData;
import org.apache.kafka.common.message.DescribeUserScramCredentialsRequestData;
import org.apache.kafka.common.message.DescribeUserScramCredentialsRequestData.UserName;
import org.apache.kafka.common.message.DescribeUserScramCredentialsResponseData;

/** A cluster's SCRAM users (KIP-554; brokers 2.7 and newer). Refusals come as {@link ApiErrorException}. */
public final class ScramUsers {
    private static final short RESOURCE_NOT_FOUND = 91;
    private static final short UNACCEPTABLE_CREDENTIAL = 93;
    private static final int SALT_BYTES = 26;

    private final ClusterClient client;

    /** Of this cluster; the client stays the caller's. */
    public ScramUsers(ClusterClient client) {
        this.client = client;
    }

    /** A mechanism a user has a credential for. */
    public record Credential(String mechanism, int iterations) {}

    /** A user with credentials, or why they could not be read. */
    public record User(String name, List<Credential> credentials, Optional<ApiErrorException> error) {}

    /** A new secret for one mechanism; the password goes no further than this process, salted and hashed. */
    public record Secret(ScramMechanism mechanism, int iterations, String password) {
        @Override
        public String toString() {
            return mechanism.mechanismName() + ", " + iterations + " iterations, a password";
        }
    }

    /** The users of these names that have credentials, in the order of the answer; all users when there are no names. */
    public List<User> find(List<String> names) {
        var request = new DescribeUserScramCredentialsRequestData().setUsers(null);
        if (!names.isEmpty()) {
            var users = new ArrayList<UserName>();
            for (var name : names) {
                users.add(new UserName().setName(name));
            }
            request.setUsers(users);
        }
        var answer = client.ask(Target.anyBroker(), request, new DescribeUserScramCredentialsResponseData());
        if (answer.errorCode() != ErrorCodes.NONE) {
            throw new ApiErrorException(answer.errorCode(), answer.errorMessage());
        }
        var users = new ArrayList<User>();
        for (var row : answer.results()) {
            if (row.errorCode() == RESOURCE_NOT_FOUND) {
                continue;
            }
            var credentials = new ArrayList<Credential>();
            for (var info : row.credentialInfos()) {
                credentials.add(new Credential(ScramMechanism.nameOf(info.mechanism()), info.iterations()));
            }
            users.add(new User(
                    row.user(),
                    credentials,
                    row.errorCode() == ErrorCodes.NONE
                            ? Optional.empty()
                            : Optional.of(new ApiErrorException(row.errorCode(), row.errorMessage()))));
        }
        return users;
    }

    /** What a user has for one mechanism, if anything. */
    Optional<Credential> credential(String user, ScramMechanism mechanism) {
        for (var found : find(List.of(user))) {
            if (found.error().isPresent()) {
                throw found.error().get();
            }
            for (var credential : found.credentials()) {
                if (credential.mechanism().equals(mechanism.mechanismName())) {
                    return Optional.of(credential);
                }
            }
        }
        return Optional.empty();
    }

    /** Sets and removes credentials of one user, all or none. */
    public void alter(String user, List<Secret> set, List<ScramMechanism> remove) {
        var request = new AlterUserScramCredentialsRequestData();
        for (var mechanism : remove) {
            request.deletions().add(new ScramCredentialDeletion().setName(user).setMechanism(mechanism.type()));
        }
        for (var secret : set) {
            if (secret.password().isEmpty()) {
                throw new ApiErrorException(UNACCEPTABLE_CREDENTIAL, "Password must not be empty");
            }
            var salt = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            request.upsertions()
                    .add(new ScramCredentialUpsertion()
                            .setName(user)
                            .setMechanism(secret.mechanism().type())
                            .setIterations(secret.iterations())
                            .setSalt(salt)
                            .setSaltedPassword(SaltedPassword.of(secret, salt)));
        }
        var answer = client.ask(
                Target.controller(), request, new AlterUserScramCredentialsResponseData(), ScramUsers::firstError);
        for (var row : answer.results()) {
            if (row.errorCode() != ErrorCodes.NONE) {
                throw new ApiErrorException(row.errorCode(), row.errorMessage());
            }
        }
    }

    private static short firstError(AlterUserScramCredentialsResponseData answer) {
        for (var row : answer.results()) {
            return row.errorCode();
        }
        return ErrorCodes.NONE;
    }
}
