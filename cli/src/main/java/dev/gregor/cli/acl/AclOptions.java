package dev.gregor.cli.acl;

import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;

/** The options of {@code kafka-acls.sh}, and which of them go together; texts and order of the checks are Kafka's. */
final class AclOptions {
    private AclOptions() {}

    static OptionTable table() {
        return new OptionTable("kafka-acls.sh", "This tool helps to manage acls on kafka.")
                .value(
                        "bootstrap-server",
                        "server to connect to",
                        "A list of host/port pairs to use for establishing the connection to the Kafka cluster.")
                .value(
                        "bootstrap-controller",
                        "controller to connect to",
                        "A list of host/port pairs to use for establishing the connection to the KRaft controllers.")
                .optionalValue(
                        "command-config",
                        "command-config",
                        "A property file containing configs to be passed to the client.")
                .value(
                        "topic",
                        "topic",
                        "topic to which ACLs should be added or removed. A value of '*' indicates ACL should apply to all topics.")
                .flag("cluster", "Add/Remove cluster ACLs.")
                .value(
                        "group",
                        "group",
                        "Consumer Group to which the ACLs should be added or removed. A value of '*' indicates the ACLs should apply to all groups.")
                .value(
                        "transactional-id",
                        "transactional-id",
                        "The transactionalId to which ACLs should be added or removed. A value of '*' indicates the ACLs should apply to all transactionalIds.")
                .flag(
                        "idempotent",
                        "Enable idempotence for the producer. This should be used in combination with the --producer option. Note that idempotence is enabled automatically if the producer is authorized to a particular transactional-id.")
                .value(
                        "delegation-token",
                        "delegation-token",
                        "Delegation token to which ACLs should be added or removed. A value of '*' indicates ACL should apply to all tokens.")
                .value(
                        "resource-pattern-type",
                        "ANY|MATCH|LITERAL|PREFIXED",
                        "The type of the resource pattern or pattern filter. When adding acls, this should be a specific pattern type, e.g. 'literal' or 'prefixed'. When listing or removing acls, 'any' will match any pattern type, but will match the resource name exactly, where as 'match' will perform pattern matching to list or remove all acls that affect the supplied resource(s). WARNING: 'match', when used in combination with the '--remove' switch, should be used with care. (default: LITERAL)")
                .flag("add", "Indicates you are trying to add ACLs.")
                .flag("remove", "Indicates you are trying to remove ACLs.")
                .flag(
                        "list",
                        "List ACLs for the specified resource, use --topic <topic> or --group <group> or --cluster to specify a resource.")
                .value(
                        "operation",
                        "String",
                        "Operation that is being allowed or denied: Read, Write, Create, Delete, Alter, Describe, ClusterAction, DescribeConfigs, AlterConfigs, IdempotentWrite, CreateTokens, DescribeTokens, TwoPhaseCommit, All. (default: All)")
                .value(
                        "allow-principal",
                        "allow-principal",
                        "principal is in principalType:name format. For example, User:'*' is the wild card indicating all users.")
                .value(
                        "deny-principal",
                        "deny-principal",
                        "principal is in principalType:name format. By default anyone not added through --allow-principal is denied access. You only need to use this option as negation to already allowed set. Deny rules take precedence over allow rules.")
                .optionalValue(
                        "principal",
                        "principal",
                        "List ACLs for the specified principal. principal is in principalType:name format. Multiple --principal option can be passed.")
                .value(
                        "allow-host",
                        "allow-host",
                        "Host from which principals listed in --allow-principal will have access. (default: '*', all hosts)")
                .value(
                        "deny-host",
                        "deny-host",
                        "Host from which principals listed in --deny-principal will be denied access. (default: '*', all hosts)")
                .flag(
                        "producer",
                        "Convenience option to add/remove ACLs for producer role. This will generate ACLs that allows WRITE,DESCRIBE and CREATE on topic.")
                .flag(
                        "consumer",
                        "Convenience option to add/remove ACLs for consumer role. This will generate ACLs that allows READ,DESCRIBE on topic and READ on group.")
                .flag("force", "Assume Yes to all queries and do not prompt.")
                .value(
                        "user-principal",
                        "user-principal",
                        "Specifies a user principal as a resource in relation with the operation. For instance one could grant CreateTokens or DescribeTokens permission on a given user principal.");
    }

    /**
     * Checks what goes together.
     *
     * @throws UsageException for a combination that does not
     */
    static void check(ParsedOptions options) {
        boolean toServer = options.has("bootstrap-server");
        boolean toController = options.has("bootstrap-controller");
        if (toServer && toController) {
            throw new UsageException("Only one of --bootstrap-server or --bootstrap-controller must be specified");
        }
        if (!toServer && !toController) {
            throw new UsageException("One of --bootstrap-server or --bootstrap-controller must be specified");
        }
        int actions = (options.has("add") ? 1 : 0) + (options.has("remove") ? 1 : 0) + (options.has("list") ? 1 : 0);
        if (actions != 1) {
            throw new UsageException("Command must include exactly one action: --list, --add, --remove. ");
        }
        notWith(
                options,
                "list",
                "producer",
                "consumer",
                "allow-host",
                "allow-principal",
                "deny-host",
                "deny-principal");
        notWith(options, "producer", "operation", "deny-principal", "deny-host");
        notWith(options, "consumer", "operation", "deny-principal", "deny-host");
        if (options.has("principal") && !options.has("list")) {
            throw new UsageException("The --principal option is only available if --list is set");
        }
        if (options.has("producer") && !options.has("topic")) {
            throw new UsageException("With --producer you must specify a --topic");
        }
        if (options.has("idempotent") && !options.has("producer")) {
            throw new UsageException("The --idempotent option is only available if --producer is set");
        }
        if (options.has("consumer") && !isConsumersResources(options)) {
            throw new UsageException("With --consumer you must specify a --topic and a --group and no --cluster or"
                    + " --transactional-id option should be specified.");
        }
    }

    private static boolean isConsumersResources(ParsedOptions options) {
        return options.has("topic")
                && options.has("group")
                && (options.has("producer") || (!options.has("cluster") && !options.has("transactional-id")));
    }

    private static void notWith(ParsedOptions options, String option, String... others) {
        if (!options.has(option)) {
            return;
        }
        for (var other : others) {
            if (options.has(other)) {
                throw new UsageException("Option \"[" + option + "]\" can't be used with option \"[" + other + "]\"");
            }
        }
    }
}
