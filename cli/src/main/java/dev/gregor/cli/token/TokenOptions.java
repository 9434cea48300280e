package dev.gregor.cli.token;

import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import java.util.List;

/** The options of {@code kafka-delegation-tokens.sh}, and which of them go together; texts and order are Kafka's. */
final class TokenOptions {
    private TokenOptions() {}

    static OptionTable table() {
        return new OptionTable(
                        "kafka-delegation-tokens.sh",
                        "This tool helps to create, renew, expire, or describe delegation tokens.")
                .value("bootstrap-server", "String", "REQUIRED: server(s) to use for bootstrapping.")
                .value(
                        "command-config",
                        "String",
                        "REQUIRED: A property file containing configs to be passed to Admin Client. Token management operations are allowed in secure mode only. This config file is used to pass security related configs.")
                .flag(
                        "create",
                        "Create a new delegation token. Use --renewer-principal option to pass renewer principals.")
                .flag("renew", "Renew delegation token. Use --renew-time-period option to set renew time period.")
                .flag("expire", "Expire delegation token. Use --expiry-time-period option to expire the token.")
                .flag(
                        "describe",
                        "Describe delegation tokens for the given principals. Use --owner-principal to pass owner/renewer principals. If --owner-principal option is not supplied, all the user-owned tokens and tokens where the user has Describe permissions will be returned.")
                .optionalValue(
                        "owner-principal",
                        "String",
                        "owner is a Kafka principal. They should be in principalType:name format.")
                .optionalValue(
                        "renewer-principal",
                        "String",
                        "renewer is a Kafka principal. They should be in principalType:name format.")
                .optionalNumber(
                        "max-life-time-period",
                        "Long",
                        "Max life period for the token in milliseconds. If the value is -1, then token max life time will default to the server side config value of (delegation.token.max.lifetime.ms).")
                .optionalNumber(
                        "renew-time-period",
                        "Long",
                        "Renew time period in milliseconds. If the value is -1, then the renew time period will default to the server side config value of (delegation.token.expiry.time.ms).")
                .optionalNumber(
                        "expiry-time-period",
                        "Long",
                        "Expiry time period in milliseconds. If the value is -1, then the token will get invalidated immediately.")
                .optionalValue("hmac", "String", "HMAC of the delegation token");
    }

    /**
     * Checks what goes together.
     *
     * @throws UsageException for a combination that does not
     */
    static void check(ParsedOptions options) {
        int actions = 0;
        for (var action : List.of("create", "renew", "expire", "describe")) {
            actions += options.has(action) ? 1 : 0;
        }
        if (actions != 1) {
            throw new UsageException(
                    "Command must include exactly one action: --create, --renew, --expire or --describe");
        }
        require(options, "bootstrap-server", "command-config");
        if (options.has("create")) {
            require(options, "max-life-time-period");
        }
        if (options.has("renew")) {
            require(options, "hmac", "renew-time-period");
        }
        if (options.has("expire")) {
            require(options, "hmac", "expiry-time-period");
        }
        exclude(options, "create", "hmac", "renew-time-period", "expiry-time-period");
        exclude(options, "renew", "renewer-principal", "max-life-time-period", "expiry-time-period", "owner-principal");
        exclude(options, "expire", "renew", "max-life-time-period", "renew-time-period", "owner-principal");
        exclude(options, "describe", "renew-time-period", "max-life-time-period", "hmac", "expiry-time-period");
    }

    private static void require(ParsedOptions options, String... names) {
        for (var name : names) {
            if (!options.has(name)) {
                throw new UsageException("Missing required argument \"[" + name + "]\"");
            }
        }
    }

    private static void exclude(ParsedOptions options, String action, String... others) {
        for (var other : others) {
            if (options.has(action) && options.has(other)) {
                throw new UsageException("Option \"[" + action + "]\" can't be used with option \"[" + other + "]\"");
            }
        }
    }
}
