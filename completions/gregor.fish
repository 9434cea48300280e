# fish completion for gregor and the kafka-*.sh tools: gregor completion fish | source
# Made by 'gregor completion fish'; changes belong in the commands.
function __gregor_at
    set -l words (commandline -opc)
    set -l seen
    for word in $words[2..-1]
        string match -q -- '-*' $word; and break
        set -a seen $word
    end
    test "$seen" = "$argv"
end
complete -c gregor -n '__gregor_at' -a '--help --version broker completion demo topic'
complete -c gregor -n '__gregor_at topic' -a '--help --version alter create delete describe list'
complete -c gregor -n '__gregor_at topic list' -a '--bootstrap-server --command-config --exclude-internal --help --output --timeout --verbose --version'
complete -c gregor -n '__gregor_at topic describe' -a '--bootstrap-server --command-config --help --output --timeout --verbose --version'
complete -c gregor -n '__gregor_at topic create' -a '--bootstrap-server --command-config --config --help --if-not-exists --partitions --replication-factor --timeout --verbose --version'
complete -c gregor -n '__gregor_at topic alter' -a '--bootstrap-server --command-config --help --partitions --timeout --verbose --version'
complete -c gregor -n '__gregor_at topic delete' -a '--bootstrap-server --command-config --help --timeout --verbose --version --yes'
complete -c gregor -n '__gregor_at broker' -a '--help --override'
complete -c gregor -n '__gregor_at demo' -a '--help --keep --port'
complete -c gregor -n '__gregor_at completion' -a '--help --version'
complete -c kafka-topics.sh -a '--alter --at-min-isr-partitions --bootstrap-server --command-config --config --create --delete --delete-config --describe --exclude-internal --help --if-exists --if-not-exists --list --partition-size-limit-per-response --partitions --replica-assignment --replication-factor --topic --topic-id --topics-with-overrides --unavailable-partitions --under-min-isr-partitions --under-replicated-partitions --version'
complete -c kafka-broker-api-versions.sh -a '--bootstrap-server --command-config --help --version'
complete -c kafka-console-producer.sh -a '--batch-size --bootstrap-server --broker-list --command-config --command-property --compression-codec --help --line-reader --max-block-ms --max-memory-bytes --max-partition-memory-bytes --message-send-max-retries --metadata-expiry-ms --producer-property --producer.config --property --reader-config --reader-property --request-required-acks --request-timeout-ms --retry-backoff-ms --socket-buffer-size --sync --timeout --topic --version'
complete -c kafka-console-consumer.sh -a '--bootstrap-server --command-config --command-property --consumer-property --consumer.config --enable-systest-events --formatter --formatter-config --formatter-property --from-beginning --group --help --include --isolation-level --key-deserializer --max-messages --offset --partition --property --skip-message-on-error --timeout-ms --topic --value-deserializer --version --whitelist'
