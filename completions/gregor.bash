# bash completion for gregor and the kafka-*.sh tools: source <(gregor completion bash)
# Made by 'gregor completion bash'; changes belong in the commands.
_gregor() {
  local current=${COMP_WORDS[COMP_CWORD]} line=${COMP_WORDS[0]##*/} word candidates=
  if [ "$line" = gregor ]; then
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
      case $word in -*) break ;; *) line="$line $word" ;; esac
    done
  fi
  case $line in
    'gregor') candidates='--help --version broker completion demo topic' ;;
    'gregor topic') candidates='--help --version alter create delete describe list' ;;
    'gregor topic list') candidates='--bootstrap-server --command-config --exclude-internal --help --output --timeout --verbose --version' ;;
    'gregor topic describe') candidates='--bootstrap-server --command-config --help --output --timeout --verbose --version' ;;
    'gregor topic create') candidates='--bootstrap-server --command-config --config --help --if-not-exists --partitions --replication-factor --timeout --verbose --version' ;;
    'gregor topic alter') candidates='--bootstrap-server --command-config --help --partitions --timeout --verbose --version' ;;
    'gregor topic delete') candidates='--bootstrap-server --command-config --help --timeout --verbose --version --yes' ;;
    'gregor broker') candidates='--help --override' ;;
    'gregor demo') candidates='--help --keep --port' ;;
    'gregor completion') candidates='--help --version' ;;
    'kafka-topics.sh') candidates='--alter --at-min-isr-partitions --bootstrap-server --command-config --config --create --delete --delete-config --describe --exclude-internal --help --if-exists --if-not-exists --list --partition-size-limit-per-response --partitions --replica-assignment --replication-factor --topic --topic-id --topics-with-overrides --unavailable-partitions --under-min-isr-partitions --under-replicated-partitions --version' ;;
    'kafka-broker-api-versions.sh') candidates='--bootstrap-server --command-config --help --version' ;;
    'kafka-console-producer.sh') candidates='--batch-size --bootstrap-server --broker-list --command-config --command-property --compression-codec --help --line-reader --max-block-ms --max-memory-bytes --max-partition-memory-bytes --message-send-max-retries --metadata-expiry-ms --producer-property --producer.config --property --reader-config --reader-property --request-required-acks --request-timeout-ms --retry-backoff-ms --socket-buffer-size --sync --timeout --topic --version' ;;
    'kafka-console-consumer.sh') candidates='--bootstrap-server --command-config --command-property --consumer-property --consumer.config --enable-systest-events --formatter --formatter-config --formatter-property --from-beginning --group --help --include --isolation-level --key-deserializer --max-messages --offset --partition --property --skip-message-on-error --timeout-ms --topic --value-deserializer --version --whitelist' ;;
  esac
  COMPREPLY=($(compgen -W "$candidates" -- "$current"))
}
complete -o default -F _gregor gregor kafka-broker-api-versions.sh kafka-console-consumer.sh kafka-console-producer.sh kafka-topics.sh
