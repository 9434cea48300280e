# fish completion for gregor and the kafka-*.sh tools: gregor completion fish | source
# Made by 'gregor completion fish'; changes belong in the commands.

# Whether the words before the first option are exactly these.
function __gregor_at
    set -l seen
    for word in (commandline -opc)[2..-1]
        string match -q -- '-*' $word; and break
        set -a seen $word
    end
    test "$seen" = "$argv"
end

# Whether the words begin with these.
function __gregor_in
    set -l words (commandline -opc)
    string match -q -- "$argv *" "$words[2..-1] "
end

# Whether so many words stand behind the command's before the first option, or, with "on", no fewer.
function __gregor_place
    set -l words (commandline -opc)
    set -l from (math $argv[1] + 1)
    set -l count 0
    for word in $words[$from..-1]
        string match -q -- '-*' $word; and break
        set count (math $count + 1)
    end
    test $count -eq $argv[2]; or test "$argv[3]" = on -a $count -gt $argv[2]
end

# The file of contexts.
function __gregor_context_file
    if test -n "$GREGOR_CONFIG"
        echo $GREGOR_CONFIG
    else if test -n "$XDG_CONFIG_HOME"
        echo $XDG_CONFIG_HOME/gregor/contexts.json
    else
        echo $HOME/.config/gregor/contexts.json
    end
end

function __gregor_contexts
    set -l file (__gregor_context_file)
    test -r $file; or return
    string match -rag '"([A-Za-z0-9._-]+)"\s*:\s*\{' <$file | string match -rv '^(contexts|properties)$'
end

# Prints the folder with the names of the cluster that the line means; has it refreshed when it is old.
function __gregor_folder
    set -l words (commandline -opc)
    set -l context ''
    set -l address ''
    set -l config ''
    for i in (seq 2 (count $words))
        set -l next (math $i + 1)
        switch $words[$i]
            case '--context=*'
                set context (string replace -r '^[^=]*=' '' -- $words[$i])
            case '--bootstrap-server=*' '--broker-list=*'
                set address (string replace -r '^[^=]*=' '' -- $words[$i])
            case '--command-config=*' '--*.config=*'
                set config (string replace -r '^[^=]*=' '' -- $words[$i])
            case --context
                set context "$words[$next]"
            case -b --bootstrap-server
                set address "$words[$next]"
            case --broker-list
                string match -q '*:*' -- "$words[$next]"; and set address "$words[$next]"
            case --command-config '--*.config'
                set config "$words[$next]"
        end
    end
    set -l connection
    test -n "$context"; and set -a connection --context $context
    test -n "$address"; and set -a connection --bootstrap-server $address
    test -n "$config"; and set -a connection --command-config $config
    if test -z "$context$address"
        set context "$GREGOR_CONTEXT"
        set address "$GREGOR_BOOTSTRAP_SERVER"
        if test -z "$context$address"
            set -l file (__gregor_context_file)
            test -r $file
            and set context (string match -rg '"current"\s*:\s*"([A-Za-z0-9._-]+)"' <$file)
            test -z "$context"; and set address localhost:9092
        end
    end
    set -l key
    test -n "$context"; and set key "context.$context"
    test -n "$address"; and set key "$key"at.$address
    test -n "$config"; and set key "$key"with.$config
    set key (string replace -ra '[^A-Za-z0-9._,-]' _ -- $key | string sub -l 200)
    set -l cache $XDG_CACHE_HOME
    test -n "$cache"; or set cache $HOME/.cache
    set -l folder $cache/gregor/names/$key
    echo $folder
    set -l asked 0
    test -r $folder/asked; and read asked <$folder/asked
    string match -qr '^[0-9]+$' -- "$asked"; or set asked 0
    set -l now (date +%s)
    if test (math $now - $asked) -ge 20; or test $now -lt $asked
        __gregor_refresh $folder $now $words[1] __complete refresh $key $connection
    end
end

# Starts the refresh and does not wait for it: folder, time, the program as typed, the words after gregor.
function __gregor_refresh
    test -w $argv[1]; or mkdir -p $argv[1] 2>/dev/null; or return
    test -w $argv[1]; and echo $argv[2] >$argv[1]/asked; or return
    set -l program (command -s -- (string replace -r '^~/' $HOME/ -- $argv[3]))
    set program (string replace -r '[^/]*$' gregor -- "$program")
    test -x "$program"; or set program gregor
    sh -c '"$@" </dev/null >/dev/null 2>&1 &' sh $program $argv[4..-1] 2>/dev/null
end

# What stands for the names or the configs of the kind of entity that the line names: @ and a kind of names, or words.
function __gregor_of_entity
    set -l entity ''
    set -l words (commandline -opc)
    if test "$words[2]" = config # of gregor, which names them in the singular
        set entity (string replace -r '$' s -- "$words[4]" | string replace loggers broker-loggers)
        set entity (string replace metricss client-metrics -- $entity)
    end
    for i in (seq 2 (count $words))
        set -l next (math $i + 1)
        switch $words[$i]
            case '--entity-type=*'
                set entity (string replace -r '^[^=]*=' '' -- $words[$i])
            case --entity-type
                set entity "$words[$next]"
            case --topic '--topic=*'
                set entity topics
            case --broker '--broker=*' --broker-defaults
                set entity brokers
            case --user '--user=*' --user-defaults
                set entity users
            case --client '--client=*' --client-defaults
                set entity clients
            case --ip '--ip=*' --ip-defaults
                set entity ips
            case --group '--group=*'
                set entity groups
            case --client-metrics '--client-metrics=*'
                set entity client-metrics
            case --broker-logger '--broker-logger=*'
                set entity broker-loggers
        end
    end
    switch $argv[1].$entity
        case entity-names.topics entity-names.groups
            echo @$entity
        case entity-names.brokers entity-names.broker-loggers
            echo @brokers
        case entity-configs.topics entity-configs.
            echo @topic-configs
        case entity-configs.brokers
            echo @broker-configs
        case entity-configs.users
            string split ' ' 'SCRAM-SHA-256 SCRAM-SHA-512 consumer_byte_rate controller_mutation_rate producer_byte_rate request_percentage'
        case entity-configs.clients
            string split ' ' 'consumer_byte_rate controller_mutation_rate producer_byte_rate request_percentage'
        case entity-configs.ips
            string split ' ' 'connection_creation_rate'
        case entity-configs.groups
            string split ' ' 'consumer.assignment.interval.ms consumer.heartbeat.interval.ms consumer.session.timeout.ms share.assignment.interval.ms share.auto.offset.reset share.delivery.count.limit share.heartbeat.interval.ms share.isolation.level share.partition.max.record.locks share.record.lock.duration.ms share.renew.acknowledge.enable share.session.timeout.ms streams.assignment.interval.ms streams.heartbeat.interval.ms streams.initial.rebalance.delay.ms streams.num.standby.replicas streams.session.timeout.ms'
        case entity-configs.client-metrics
            string split ' ' 'interval.ms match metrics'
    end
end

# The names of a kind; after them a = when a value follows, a comma when there may be several. Straight from file to
# list, and only those that fit: fish takes ten times as long over a variable with 10,000 names.
function __gregor_names
    set -l typed (commandline -ct | string replace -r '^--[^=]*=' '')
    set -l before ''
    set -l after ''
    test "$argv[2]" = =; and set after =
    if test "$argv[2]" = ,; or test $argv[1] = entity-configs
        set before (string match -r '.*,' -- $typed; or echo '')
        set typed (string replace -r '.*,' '' -- $typed)
    end
    set -l begins (string escape --style=regex -- "$typed")
    set -l source $argv[1]
    if string match -q 'entity-*' -- $source
        set -l found (__gregor_of_entity $source)
        set source (string replace -rf '^@' '' -- $found)
        if test -z "$source"
            string replace -rf "^($begins.*)\$" $before'$1'$after\tconfig -- $found
            return
        end
    end
    set -l kind (string replace -r 'e?s$' '' -- $source)
    set -l files
    if test $source = addresses # of every cluster known: the line does not say yet which one it means
        set -l cache $XDG_CACHE_HOME
        test -n "$cache"; or set cache $HOME/.cache
        set files $cache/gregor/names/*/addresses
    else
        set files (__gregor_folder)/$source
    end
    for file in $files
        test -r $file
        and string replace -rf "^($begins.*)\$" $before'$1'$after\t$kind <$file
    end
end

complete -c connect-distributed.sh -f
complete -c connect-mirror-maker.sh -f
complete -c connect-plugin-path.sh -f
complete -c connect-standalone.sh -f
complete -c gregor -f
complete -c kafka-acls.sh -f
complete -c kafka-broker-api-versions.sh -f
complete -c kafka-client-metrics.sh -f
complete -c kafka-cluster.sh -f
complete -c kafka-configs.sh -f
complete -c kafka-console-consumer.sh -f
complete -c kafka-console-producer.sh -f
complete -c kafka-console-share-consumer.sh -f
complete -c kafka-consumer-groups.sh -f
complete -c kafka-consumer-perf-test.sh -f
complete -c kafka-delegation-tokens.sh -f
complete -c kafka-delete-records.sh -f
complete -c kafka-dump-log.sh -f
complete -c kafka-e2e-latency.sh -f
complete -c kafka-features.sh -f
complete -c kafka-get-offsets.sh -f
complete -c kafka-groups.sh -f
complete -c kafka-jmx.sh -f
complete -c kafka-leader-election.sh -f
complete -c kafka-log-dirs.sh -f
complete -c kafka-metadata-quorum.sh -f
complete -c kafka-metadata-shell.sh -f
complete -c kafka-preferred-replica-election.sh -f
complete -c kafka-producer-perf-test.sh -f
complete -c kafka-reassign-partitions.sh -f
complete -c kafka-replica-verification.sh -f
complete -c kafka-server-start.sh -f
complete -c kafka-server-stop.sh -f
complete -c kafka-share-consumer-perf-test.sh -f
complete -c kafka-share-groups.sh -f
complete -c kafka-storage.sh -f
complete -c kafka-streams-application-reset.sh -f
complete -c kafka-streams-groups.sh -f
complete -c kafka-topics.sh -f
complete -c kafka-transactions.sh -f
complete -c kafka-verifiable-consumer.sh -f
complete -c kafka-verifiable-producer.sh -f
complete -c kafka-verifiable-share-consumer.sh -f
complete -c trogdor.sh -f
complete -c gregor -n '__gregor_at' -a acl -d 'List, add and remove ACLs'
complete -c gregor -n '__gregor_at' -a apply -d 'Make topics, configs, ACLs, quotas and groups\' offsets as a…'
complete -c gregor -n '__gregor_at' -a broker -d 'Run a broker until it is told to end'
complete -c gregor -n '__gregor_at' -a cluster -d 'Look at a cluster as a whole'
complete -c gregor -n '__gregor_at' -a completion -d 'Print the completion script of a shell'
complete -c gregor -n '__gregor_at' -a config -d 'Show and change configs of topics, brokers, loggers, groups…'
complete -c gregor -n '__gregor_at' -a console -d 'Run commands without \'gregor\' in front, with completion,…'
complete -c gregor -n '__gregor_at' -a consume -d 'Print records, or search them'
complete -c gregor -n '__gregor_at' -a context -d 'Clusters by name'
complete -c gregor -n '__gregor_at' -a demo -d 'Start a broker, send every line of a file through it, and…'
complete -c gregor -n '__gregor_at' -a diff -d 'Show what \'gregor apply\' would change'
complete -c gregor -n '__gregor_at' -a export -d 'Write a cluster\'s topics, configs, ACLs and quotas as a file…'
complete -c gregor -n '__gregor_at' -a group -d 'List, describe, watch, reset and delete groups'
complete -c gregor -n '__gregor_at' -a help -d 'Show the help of a command'
complete -c gregor -n '__gregor_at' -a leader -d 'Show who leads partitions, and elect other leaders'
complete -c gregor -n '__gregor_at' -a log -d 'Look into the files of logs, without a broker or under a…'
complete -c gregor -n '__gregor_at' -a produce -d 'Send records'
complete -c gregor -n '__gregor_at' -a quota -d 'List, set and remove what users, clients and addresses may…'
complete -c gregor -n '__gregor_at' -a topic -d 'List, describe, create, change and delete topics'
complete -c gregor -n '__gregor_at' -a tx -d 'Look at transactions, and end those that hang'
complete -c gregor -n '__gregor_at' -a undo -d 'Take back the changes of a command, from the undo file it…'
complete -c gregor -n '__gregor_at' -a user -d 'List, add and remove SCRAM users'
complete -c gregor -n '__gregor_at' -s h -l help -d 'Show this help'
complete -c gregor -n '__gregor_at' -s V -l version -d 'Show the version'
complete -c gregor -n '__gregor_at acl' -a add -d 'Allow, or deny, principals to do something'
complete -c gregor -n '__gregor_at acl' -a list -d 'List ACLs'
complete -c gregor -n '__gregor_at acl' -a remove -d 'Remove the ACLs that fit all that the line says'
complete -c gregor -n '__gregor_at acl' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_at acl' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in acl add' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in acl add' -l cluster -d 'The cluster itself'
complete -c gregor -n '__gregor_in acl add' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in acl add' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in acl add' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in acl add' -l consumer -d 'What a consumer needs on the topics and groups'
complete -c gregor -n '__gregor_in acl add' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in acl add' -l delegation-token -x -d 'A delegation token'
complete -c gregor -n '__gregor_in acl add' -l deny -d 'Deny instead of allow'
complete -c gregor -n '__gregor_in acl add' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in acl add' -l group -x -d 'A group'
complete -c gregor -n '__gregor_in acl add' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in acl add' -l host -x -d 'From there only'
complete -c gregor -n '__gregor_in acl add' -l operation -x -d 'Read, Write and so on'
complete -c gregor -n '__gregor_in acl add' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in acl add' -l prefixed -d 'Names are beginnings of names'
complete -c gregor -n '__gregor_in acl add' -l producer -d 'What a producer needs on the topics and transactional ids'
complete -c gregor -n '__gregor_in acl add' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in acl add' -l topic -x -d 'A topic'
complete -c gregor -n '__gregor_in acl add' -l transactional-id -x -d 'A transactional id'
complete -c gregor -n '__gregor_in acl add' -l user-principal -x -d 'A user, whose tokens it is about'
complete -c gregor -n '__gregor_in acl add' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in acl add' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in acl add' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in acl list' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in acl list' -l cluster -d 'The cluster itself'
complete -c gregor -n '__gregor_in acl list' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in acl list' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in acl list' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in acl list' -l delegation-token -x -d 'A delegation token'
complete -c gregor -n '__gregor_in acl list' -l exact -d 'Leave out ACLs that concern the names by a wildcard or a…'
complete -c gregor -n '__gregor_in acl list' -l group -x -d 'A group'
complete -c gregor -n '__gregor_in acl list' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in acl list' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in acl list' -l prefixed -d 'Names are beginnings of names'
complete -c gregor -n '__gregor_in acl list' -l principal -x -d 'Only this one\'s, like User:alice'
complete -c gregor -n '__gregor_in acl list' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in acl list' -l topic -x -d 'A topic'
complete -c gregor -n '__gregor_in acl list' -l transactional-id -x -d 'A transactional id'
complete -c gregor -n '__gregor_in acl list' -l user-principal -x -d 'A user, whose tokens it is about'
complete -c gregor -n '__gregor_in acl list' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in acl list' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in acl remove' -l allow -d 'Only those that allow'
complete -c gregor -n '__gregor_in acl remove' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in acl remove' -l cluster -d 'The cluster itself'
complete -c gregor -n '__gregor_in acl remove' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in acl remove' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in acl remove' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in acl remove' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in acl remove' -l delegation-token -x -d 'A delegation token'
complete -c gregor -n '__gregor_in acl remove' -l deny -d 'Only those that deny'
complete -c gregor -n '__gregor_in acl remove' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in acl remove' -l group -x -d 'A group'
complete -c gregor -n '__gregor_in acl remove' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in acl remove' -l host -x -d 'Those from there'
complete -c gregor -n '__gregor_in acl remove' -l operation -x -d 'Read, Write and so on'
complete -c gregor -n '__gregor_in acl remove' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in acl remove' -l prefixed -d 'Names are beginnings of names'
complete -c gregor -n '__gregor_in acl remove' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in acl remove' -l topic -x -d 'A topic'
complete -c gregor -n '__gregor_in acl remove' -l transactional-id -x -d 'A transactional id'
complete -c gregor -n '__gregor_in acl remove' -l user-principal -x -d 'A user, whose tokens it is about'
complete -c gregor -n '__gregor_in acl remove' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in acl remove' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in acl remove' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in apply' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in apply' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in apply' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in apply' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in apply' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in apply' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in apply' -s e -l expression -x -d 'The text itself'
complete -c gregor -n '__gregor_in apply' -s f -l file -r -F -d 'The file, as \'gregor export\' writes it'
complete -c gregor -n '__gregor_in apply' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in apply' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in apply' -l prune -d 'Delete what the file\'s sections do not name'
complete -c gregor -n '__gregor_in apply' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in apply' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in apply' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in apply' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_at broker' -a describe -d 'Show all about brokers'
complete -c gregor -n '__gregor_at broker' -a list -d 'List brokers with the partitions they lead and hold'
complete -c gregor -n '__gregor_at broker' -a logdirs -d 'Show log directories'
complete -c gregor -n '__gregor_at broker' -s h -l help -d 'Show this help'
complete -c gregor -n '__gregor_at broker' -l override -x -a '(__gregor_names broker-configs =)' -d 'Wins over the file'
complete -c gregor -n '__gregor_at broker' -F
complete -c gregor -n '__gregor_in broker describe' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in broker describe' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in broker describe' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in broker describe' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in broker describe' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in broker describe' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in broker describe' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in broker describe' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in broker describe' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in broker list' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in broker list' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in broker list' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in broker list' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in broker list' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in broker list' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in broker list' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in broker list' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in broker list' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in broker logdirs' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in broker logdirs' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in broker logdirs' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in broker logdirs' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in broker logdirs' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in broker logdirs' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in broker logdirs' -s p -l partitions -d 'A row for each partition, the largest first'
complete -c gregor -n '__gregor_in broker logdirs' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in broker logdirs' -l topic -x -a '(__gregor_names topics)' -d 'With --partitions'
complete -c gregor -n '__gregor_in broker logdirs' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in broker logdirs' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_at cluster' -a doctor -d 'Look for what is wrong with a cluster, or soon will be, and…'
complete -c gregor -n '__gregor_at cluster' -a features -d 'Show the levels of the cluster\'s features, and those a…'
complete -c gregor -n '__gregor_at cluster' -a info -d 'Show the cluster\'s id, its release, and its brokers'
complete -c gregor -n '__gregor_at cluster' -a quorum -d 'Show the controllers\' quorum'
complete -c gregor -n '__gregor_at cluster' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_at cluster' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in cluster doctor' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in cluster doctor' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in cluster doctor' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in cluster doctor' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in cluster doctor' -l group-seconds -x -d 'How long to look at groups that lag'
complete -c gregor -n '__gregor_in cluster doctor' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in cluster doctor' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in cluster doctor' -s q -l quiet -d 'Leave notes out'
complete -c gregor -n '__gregor_in cluster doctor' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in cluster doctor' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in cluster doctor' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in cluster features' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in cluster features' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in cluster features' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in cluster features' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in cluster features' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in cluster features' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in cluster features' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in cluster features' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in cluster features' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in cluster info' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in cluster info' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in cluster info' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in cluster info' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in cluster info' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in cluster info' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in cluster info' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in cluster info' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in cluster info' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in cluster quorum' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in cluster quorum' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in cluster quorum' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in cluster quorum' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in cluster quorum' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in cluster quorum' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in cluster quorum' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in cluster quorum' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in cluster quorum' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in completion' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in completion' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in completion' -a 'bash fish zsh'
complete -c gregor -n '__gregor_at config' -a get -d 'Show the value that configs have, wherever it comes from'
complete -c gregor -n '__gregor_at config' -a list -d 'List configs that were set, or all of them'
complete -c gregor -n '__gregor_at config' -a set -d 'Set configs'
complete -c gregor -n '__gregor_at config' -a unset -d 'Take back configs that were set, so that the default holds…'
complete -c gregor -n '__gregor_at config' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_at config' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in config get' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in config get' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in config get' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in config get' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in config get' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in config get' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in config get' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in config get' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in config get' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in config get; and __gregor_place 3 0' -a 'broker group logger metrics topic'
complete -c gregor -n '__gregor_in config get; and __gregor_place 3 1' -a '(__gregor_names entity-names)'
complete -c gregor -n '__gregor_in config get; and __gregor_place 3 2 on' -a '(__gregor_names entity-configs)'
complete -c gregor -n '__gregor_in config list' -s a -l all -d 'Also those that were never set, with where each value comes…'
complete -c gregor -n '__gregor_in config list' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in config list' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in config list' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in config list' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in config list' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in config list' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in config list' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in config list' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in config list' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in config list; and __gregor_place 3 0' -a 'broker group logger metrics topic'
complete -c gregor -n '__gregor_in config list; and __gregor_place 3 1 on' -a '(__gregor_names entity-names)'
complete -c gregor -n '__gregor_in config set' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in config set' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in config set' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in config set' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in config set' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in config set' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in config set' -l file -r -F -d 'A properties file with more of them'
complete -c gregor -n '__gregor_in config set' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in config set' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in config set' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in config set' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in config set' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in config set' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in config set; and __gregor_place 3 0' -a 'broker group logger metrics topic'
complete -c gregor -n '__gregor_in config set; and __gregor_place 3 1' -a '(__gregor_names entity-names)'
complete -c gregor -n '__gregor_in config set; and __gregor_place 3 2 on' -a '(__gregor_names entity-configs =)'
complete -c gregor -n '__gregor_in config unset' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in config unset' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in config unset' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in config unset' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in config unset' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in config unset' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in config unset' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in config unset' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in config unset' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in config unset' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in config unset' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in config unset' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in config unset; and __gregor_place 3 0' -a 'broker group logger metrics topic'
complete -c gregor -n '__gregor_in config unset; and __gregor_place 3 1' -a '(__gregor_names entity-names)'
complete -c gregor -n '__gregor_in config unset; and __gregor_place 3 2 on' -a '(__gregor_names entity-configs)'
complete -c gregor -n '__gregor_in console' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in console' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in console' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in console' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in console' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in console' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in console' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in consume' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in consume' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in consume' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in consume' -s c -l count -x -d 'Stop after N records'
complete -c gregor -n '__gregor_in consume' -s e -l exit -d 'Stop where the log ends now'
complete -c gregor -n '__gregor_in consume' -s F -l follow -d 'Go on with what comes'
complete -c gregor -n '__gregor_in consume' -s f -l format -x -d 'rpk\'s and kcat\'s verbs'
complete -c gregor -n '__gregor_in consume' -l grep -x -d 'Only records with this in their key, value or a header (as…'
complete -c gregor -n '__gregor_in consume' -s g -l group -x -a '(__gregor_names groups)' -d 'Read as a member of this group and commit what was printed'
complete -c gregor -n '__gregor_in consume' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in consume' -l isolation-level -x -a 'read_committed read_uncommitted' -d 'read_uncommitted, read_committed'
complete -c gregor -n '__gregor_in consume' -s n -l last -x -d 'Only the last N records of all that fit, by time'
complete -c gregor -n '__gregor_in consume' -l offset -x -d 'Where to begin, or from where to where'
complete -c gregor -n '__gregor_in consume' -s o -l output -x -a 'json text' -d 'text or json'
complete -c gregor -n '__gregor_in consume' -s p -l partition -x -d 'Only these partitions'
complete -c gregor -n '__gregor_in consume' -s r -l regex -d 'TOPIC is a regular expression for whole names'
complete -c gregor -n '__gregor_in consume' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in consume' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in consume' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in consume' -a '(__gregor_names topics)'
complete -c gregor -n '__gregor_at context' -a add -d 'Add a cluster under a name'
complete -c gregor -n '__gregor_at context' -a list -d 'List the contexts'
complete -c gregor -n '__gregor_at context' -a remove -d 'Forget a context'
complete -c gregor -n '__gregor_at context' -a rename -d 'Give a context another name'
complete -c gregor -n '__gregor_at context' -a show -d 'Show what a context says'
complete -c gregor -n '__gregor_at context' -a use -d 'Make a context the current one'
complete -c gregor -n '__gregor_at context' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_at context' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in context add' -s b -l bootstrap -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in context add' -l cluster-id -x -d 'Change nothing on a cluster of another id'
complete -c gregor -n '__gregor_in context add' -l config -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in context add' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in context add' -s p -l property -x -d 'A client property that wins over the file'
complete -c gregor -n '__gregor_in context add' -l protected -d 'Have the context\'s name typed before anything is changed'
complete -c gregor -n '__gregor_in context add' -l read-only -d 'Refuse everything that would change the cluster'
complete -c gregor -n '__gregor_in context add' -l replace -d 'Take the place of a context of this name'
complete -c gregor -n '__gregor_in context add' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in context list' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in context list' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in context list' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in context list' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in context remove' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in context remove' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in context remove' -a '(__gregor_contexts)'
complete -c gregor -n '__gregor_in context rename' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in context rename' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in context rename; and __gregor_place 3 0' -a '(__gregor_contexts)'
complete -c gregor -n '__gregor_in context show' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in context show' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in context show' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in context show' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in context show' -a '(__gregor_contexts)'
complete -c gregor -n '__gregor_in context use' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in context use' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in context use' -a '(__gregor_contexts)'
complete -c gregor -n '__gregor_in demo' -s h -l help -d 'Show this help'
complete -c gregor -n '__gregor_in demo' -l keep -d 'Leave the broker running at the end, and say where it is'
complete -c gregor -n '__gregor_in demo' -l port -x -d 'The broker\'s port on 127.0.0.1'
complete -c gregor -n '__gregor_in demo' -F
complete -c gregor -n '__gregor_in diff' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in diff' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in diff' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in diff' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in diff' -s e -l expression -x -d 'The text itself'
complete -c gregor -n '__gregor_in diff' -s f -l file -r -F -d 'The file, as \'gregor export\' writes it'
complete -c gregor -n '__gregor_in diff' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in diff' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in diff' -l prune -d 'Show what --prune would delete too'
complete -c gregor -n '__gregor_in diff' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in diff' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in diff' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in export' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in export' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in export' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in export' -s f -l file -r -F -d 'Write there'
complete -c gregor -n '__gregor_in export' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in export' -l only -x -d 'These sections'
complete -c gregor -n '__gregor_in export' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in export' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in export' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_at group' -a delete -d 'Delete groups with their offsets, or only what they…'
complete -c gregor -n '__gregor_at group' -a describe -d 'Show where groups stand in each partition, how far behind,…'
complete -c gregor -n '__gregor_at group' -a lag -d 'Show how far groups are behind, in records and in time'
complete -c gregor -n '__gregor_at group' -a list -d 'List groups with their type, state and coordinator'
complete -c gregor -n '__gregor_at group' -a members -d 'Show who is a member of groups, from where, and with which…'
complete -c gregor -n '__gregor_at group' -a reset -d 'Have groups go on from other offsets'
complete -c gregor -n '__gregor_at group' -a state -d 'Show groups\' state, members, assignor, epochs and…'
complete -c gregor -n '__gregor_at group' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_at group' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in group delete' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in group delete' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in group delete' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in group delete' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in group delete' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in group delete' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in group delete' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in group delete' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in group delete' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in group delete' -l topic -x -a '(__gregor_names topics)' -d 'Keep the groups, and have them forget these topics or…'
complete -c gregor -n '__gregor_in group delete' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in group delete' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in group delete' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in group delete' -a '(__gregor_names groups)'
complete -c gregor -n '__gregor_in group describe' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in group describe' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in group describe' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in group describe' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in group describe' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in group describe' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in group describe' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in group describe' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in group describe' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in group describe' -a '(__gregor_names groups)'
complete -c gregor -n '__gregor_in group lag' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in group lag' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in group lag' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in group lag' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in group lag' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in group lag' -l interval -x -d 'With --watch'
complete -c gregor -n '__gregor_in group lag' -l min -x -d 'Only groups so many records behind, or more'
complete -c gregor -n '__gregor_in group lag' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in group lag' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in group lag' -l times -x -d 'With --watch'
complete -c gregor -n '__gregor_in group lag' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in group lag' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in group lag' -l watch -d 'Look again and again'
complete -c gregor -n '__gregor_in group lag' -a '(__gregor_names groups)'
complete -c gregor -n '__gregor_in group list' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in group list' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in group list' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in group list' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in group list' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in group list' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in group list' -l state -x -d 'Only these states'
complete -c gregor -n '__gregor_in group list' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in group list' -l type -x -d 'Only these types'
complete -c gregor -n '__gregor_in group list' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in group list' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in group list' -a '(__gregor_names groups)'
complete -c gregor -n '__gregor_in group members' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in group members' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in group members' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in group members' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in group members' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in group members' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in group members' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in group members' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in group members' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in group members' -a '(__gregor_names groups)'
complete -c gregor -n '__gregor_in group reset' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in group reset' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in group reset' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in group reset' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in group reset' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in group reset' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in group reset' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in group reset' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in group reset' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in group reset' -l to -x -d 'Where to'
complete -c gregor -n '__gregor_in group reset' -l topic -x -a '(__gregor_names topics)' -d 'These topics or partitions only'
complete -c gregor -n '__gregor_in group reset' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in group reset' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in group reset' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in group reset' -a '(__gregor_names groups)'
complete -c gregor -n '__gregor_in group state' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in group state' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in group state' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in group state' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in group state' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in group state' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in group state' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in group state' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in group state' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in group state' -a '(__gregor_names groups)'
complete -c gregor -n '__gregor_in help' -s h -l help -d 'Show this help'
complete -c gregor -n '__gregor_in help' -l json -d 'Every command and drop-in with its options, examples and…'
complete -c gregor -n '__gregor_at leader' -a elect -d 'Make preferred replicas leaders again'
complete -c gregor -n '__gregor_at leader' -a list -d 'List partitions that their preferred replica does not lead,…'
complete -c gregor -n '__gregor_at leader' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_at leader' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in leader elect' -s a -l all -d 'Of all topics'
complete -c gregor -n '__gregor_in leader elect' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in leader elect' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in leader elect' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in leader elect' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in leader elect' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in leader elect' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in leader elect' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in leader elect' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in leader elect' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in leader elect' -l unclean -d 'For partitions without a leader'
complete -c gregor -n '__gregor_in leader elect' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in leader elect' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in leader elect' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in leader elect' -a '(__gregor_names topics)'
complete -c gregor -n '__gregor_in leader list' -s a -l all -d 'List those that are led as they should be, too'
complete -c gregor -n '__gregor_in leader list' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in leader list' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in leader list' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in leader list' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in leader list' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in leader list' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in leader list' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in leader list' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in leader list' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in leader list' -a '(__gregor_names topics)'
complete -c gregor -n '__gregor_at log' -a dump -d 'Print the records of partitions, or the entries of one of…'
complete -c gregor -n '__gregor_at log' -a ls -d 'List the partitions in a directory with the files they have'
complete -c gregor -n '__gregor_at log' -a offsets -d 'Show where logs begin and end, and the times in them'
complete -c gregor -n '__gregor_at log' -a stats -d 'Count what is in logs'
complete -c gregor -n '__gregor_at log' -a verify -d 'Look for damage in logs, indexes, snapshots and checkpoints,…'
complete -c gregor -n '__gregor_at log' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_at log' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in log dump' -l batches -d 'Batches instead of records'
complete -c gregor -n '__gregor_in log dump' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in log dump' -s f -l format -x -d 'As in \'gregor consume\''
complete -c gregor -n '__gregor_in log dump' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in log dump' -s n -l max -x -d 'At most so many records, or batches'
complete -c gregor -n '__gregor_in log dump' -l offsets -x -d 'Which records'
complete -c gregor -n '__gregor_in log dump' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in log dump' -l raw -d 'Print records of Kafka\'s own topics as they are'
complete -c gregor -n '__gregor_in log dump' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in log dump' -F
complete -c gregor -n '__gregor_in log ls' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in log ls' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in log ls' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in log ls' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in log ls' -F
complete -c gregor -n '__gregor_in log offsets' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in log offsets' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in log offsets' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in log offsets' -l segments -d 'A line for each segment'
complete -c gregor -n '__gregor_in log offsets' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in log offsets' -F
complete -c gregor -n '__gregor_in log stats' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in log stats' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in log stats' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in log stats' -l top -x -d 'So many keys with the most bytes'
complete -c gregor -n '__gregor_in log stats' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in log stats' -F
complete -c gregor -n '__gregor_in log verify' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in log verify' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in log verify' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in log verify' -l shallow -d 'Check CRCs, offsets and indexes, but do not open batches'
complete -c gregor -n '__gregor_in log verify' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in log verify' -F
complete -c gregor -n '__gregor_in produce' -s a -l acks -x -d '0, 1 or all'
complete -c gregor -n '__gregor_in produce' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in produce' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in produce' -s z -l compression -x -d 'none, gzip, snappy, lz4 or zstd'
complete -c gregor -n '__gregor_in produce' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in produce' -s c -l count -x -d 'How many to make'
complete -c gregor -n '__gregor_in produce' -s H -l header -x -d 'A header of every record'
complete -c gregor -n '__gregor_in produce' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in produce' -s i -l input -x -a 'json lines whole' -d 'lines, json, whole'
complete -c gregor -n '__gregor_in produce' -s k -l key -x -d 'The key of records without one of their own'
complete -c gregor -n '__gregor_in produce' -s K -l key-separator -x -d 'What stands before it in a line is the key'
complete -c gregor -n '__gregor_in produce' -s p -l partition -x -d 'The partition of every record'
complete -c gregor -n '__gregor_in produce' -s q -l quiet -d 'No summary'
complete -c gregor -n '__gregor_in produce' -l rate -x -d 'How many to make a second at most'
complete -c gregor -n '__gregor_in produce' -l template -x -d 'Make records of it'
complete -c gregor -n '__gregor_in produce' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in produce' -s Z -l tombstone -d 'Send an empty value as null'
complete -c gregor -n '__gregor_in produce' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in produce' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in produce; and __gregor_place 2 0' -a '(__gregor_names topics)'
complete -c gregor -n '__gregor_in produce; and __gregor_place 2 1 on' -F
complete -c gregor -n '__gregor_at quota' -a list -d 'List quotas'
complete -c gregor -n '__gregor_at quota' -a remove -d 'Remove quotas of a user, a client, both, or an address'
complete -c gregor -n '__gregor_at quota' -a set -d 'Set quotas of a user, a client, both, or an address'
complete -c gregor -n '__gregor_at quota' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_at quota' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in quota list' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in quota list' -l client-id -x -d 'A client id'
complete -c gregor -n '__gregor_in quota list' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in quota list' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in quota list' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in quota list' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in quota list' -l ip -x -d 'An address'
complete -c gregor -n '__gregor_in quota list' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in quota list' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in quota list' -l user -x -d 'A user, without \'User:\''
complete -c gregor -n '__gregor_in quota list' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in quota list' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in quota remove' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in quota remove' -l client-id -x -d 'A client id'
complete -c gregor -n '__gregor_in quota remove' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in quota remove' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in quota remove' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in quota remove' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in quota remove' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in quota remove' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in quota remove' -l ip -x -d 'An address'
complete -c gregor -n '__gregor_in quota remove' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in quota remove' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in quota remove' -l user -x -d 'A user, without \'User:\''
complete -c gregor -n '__gregor_in quota remove' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in quota remove' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in quota remove' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in quota set' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in quota set' -l client-id -x -d 'A client id'
complete -c gregor -n '__gregor_in quota set' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in quota set' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in quota set' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in quota set' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in quota set' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in quota set' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in quota set' -l ip -x -d 'An address'
complete -c gregor -n '__gregor_in quota set' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in quota set' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in quota set' -l user -x -d 'A user, without \'User:\''
complete -c gregor -n '__gregor_in quota set' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in quota set' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in quota set' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_at topic' -a alter -d 'Add partitions to topics'
complete -c gregor -n '__gregor_at topic' -a create -d 'Create a topic'
complete -c gregor -n '__gregor_at topic' -a delete -d 'Delete topics and all their records'
complete -c gregor -n '__gregor_at topic' -a delete-records -d 'Delete the oldest records of topics, up to a place in each…'
complete -c gregor -n '__gregor_at topic' -a describe -d 'Show what is wrong with topics and how to mend it, then each…'
complete -c gregor -n '__gregor_at topic' -a list -d 'List topics with their partitions and replicas'
complete -c gregor -n '__gregor_at topic' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_at topic' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in topic alter' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in topic alter' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in topic alter' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in topic alter' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in topic alter' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in topic alter' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in topic alter' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in topic alter' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in topic alter' -s p -l partitions -x -d 'How many partitions there shall be'
complete -c gregor -n '__gregor_in topic alter' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in topic alter' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in topic alter' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in topic alter' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in topic alter' -a '(__gregor_names topics)'
complete -c gregor -n '__gregor_in topic create' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in topic create' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in topic create' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in topic create' -s c -l config -x -a '(__gregor_names topic-configs =)' -d 'A config of the topic'
complete -c gregor -n '__gregor_in topic create' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in topic create' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in topic create' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in topic create' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in topic create' -l if-not-exists -d 'Do nothing when there is such a topic'
complete -c gregor -n '__gregor_in topic create' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in topic create' -s p -l partitions -x -d 'How many partitions'
complete -c gregor -n '__gregor_in topic create' -s r -l replication-factor -x -d 'Replicas of each partition'
complete -c gregor -n '__gregor_in topic create' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in topic create' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in topic create' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in topic create' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in topic create' -a '(__gregor_names topics)'
complete -c gregor -n '__gregor_in topic delete' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in topic delete' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in topic delete' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in topic delete' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in topic delete' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in topic delete' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in topic delete' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in topic delete' -l if-exists -d 'Do nothing for topics that are not there'
complete -c gregor -n '__gregor_in topic delete' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in topic delete' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in topic delete' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in topic delete' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in topic delete' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in topic delete' -a '(__gregor_names topics)'
complete -c gregor -n '__gregor_in topic delete-records' -l before -x -d 'Records before this place are deleted'
complete -c gregor -n '__gregor_in topic delete-records' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in topic delete-records' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in topic delete-records' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in topic delete-records' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in topic delete-records' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in topic delete-records' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in topic delete-records' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in topic delete-records' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in topic delete-records' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in topic delete-records' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in topic delete-records' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in topic delete-records' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in topic delete-records' -a '(__gregor_names topics)'
complete -c gregor -n '__gregor_in topic describe' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in topic describe' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in topic describe' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in topic describe' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in topic describe' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in topic describe' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in topic describe' -s r -l regex -d 'TOPIC is a regular expression for whole names'
complete -c gregor -n '__gregor_in topic describe' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in topic describe' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in topic describe' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in topic describe' -a '(__gregor_names topics)'
complete -c gregor -n '__gregor_in topic list' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in topic list' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in topic list' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in topic list' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in topic list' -l exclude-internal -d 'Leave Kafka\'s own topics out'
complete -c gregor -n '__gregor_in topic list' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in topic list' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in topic list' -s r -l regex -d 'TOPIC is a regular expression for whole names'
complete -c gregor -n '__gregor_in topic list' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in topic list' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in topic list' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in topic list' -a '(__gregor_names topics)'
complete -c gregor -n '__gregor_at tx' -a abort -d 'Abort a transaction'
complete -c gregor -n '__gregor_at tx' -a describe -d 'Show the transactions of transactional ids'
complete -c gregor -n '__gregor_at tx' -a hanging -d 'Find transactions that nobody will end'
complete -c gregor -n '__gregor_at tx' -a list -d 'List transactional ids with their coordinators and states'
complete -c gregor -n '__gregor_at tx' -a producers -d 'Show the producers that partitions remember, and…'
complete -c gregor -n '__gregor_at tx' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_at tx' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in tx abort' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in tx abort' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in tx abort' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in tx abort' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in tx abort' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in tx abort' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in tx abort' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in tx abort' -l id -x -d 'Transactional id whose transaction is to end'
complete -c gregor -n '__gregor_in tx abort' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in tx abort' -l start-offset -x -d 'Where it starts there'
complete -c gregor -n '__gregor_in tx abort' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in tx abort' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in tx abort' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in tx abort' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in tx abort' -a '(__gregor_names topics)'
complete -c gregor -n '__gregor_in tx describe' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in tx describe' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in tx describe' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in tx describe' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in tx describe' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in tx describe' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in tx describe' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in tx describe' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in tx describe' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in tx hanging' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in tx hanging' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in tx hanging' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in tx hanging' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in tx hanging' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in tx hanging' -l max-minutes -x -d 'How long a transaction may be silent'
complete -c gregor -n '__gregor_in tx hanging' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in tx hanging' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in tx hanging' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in tx hanging' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in tx hanging' -a '(__gregor_names topics)'
complete -c gregor -n '__gregor_in tx list' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in tx list' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in tx list' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in tx list' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in tx list' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in tx list' -l longer-than -x -d 'Only those open for longer'
complete -c gregor -n '__gregor_in tx list' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in tx list' -l pattern -x -a '(__gregor_names topics)' -d 'Only ids that match as a whole (Kafka 4.1)'
complete -c gregor -n '__gregor_in tx list' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in tx list' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in tx list' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in tx producers' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in tx producers' -l broker -x -d 'Ask this replica, not the leaders'
complete -c gregor -n '__gregor_in tx producers' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in tx producers' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in tx producers' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in tx producers' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in tx producers' -l open -d 'Only producers with an open transaction'
complete -c gregor -n '__gregor_in tx producers' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in tx producers' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in tx producers' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in tx producers' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in tx producers' -a '(__gregor_names topics)'
complete -c gregor -n '__gregor_in undo' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in undo' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in undo' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in undo' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in undo' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in undo' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in undo' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in undo' -l last -d 'The newest file'
complete -c gregor -n '__gregor_in undo' -l list -d 'Show the files there are, the newest last'
complete -c gregor -n '__gregor_in undo' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in undo' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in undo' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in undo' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in undo' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in undo' -F
complete -c gregor -n '__gregor_at user' -a add -d 'Add a SCRAM user, or give one a new password'
complete -c gregor -n '__gregor_at user' -a list -d 'List users with the SCRAM mechanisms they have a credential…'
complete -c gregor -n '__gregor_at user' -a remove -d 'Remove a SCRAM user\'s credentials'
complete -c gregor -n '__gregor_at user' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_at user' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in user add' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in user add' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in user add' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in user add' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in user add' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in user add' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in user add' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in user add' -l iterations -x -d 'How often the password is hashed'
complete -c gregor -n '__gregor_in user add' -l mechanism -x -d 'SCRAM-SHA-256 or SCRAM-SHA-512'
complete -c gregor -n '__gregor_in user add' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in user add' -l password-env -x -d 'An environment variable'
complete -c gregor -n '__gregor_in user add' -l password-file -r -F -d 'The first line of this file'
complete -c gregor -n '__gregor_in user add' -l password-stdin -d 'The first line of stdin'
complete -c gregor -n '__gregor_in user add' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in user add' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in user add' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in user add' -s y -l yes -d 'Do not ask'
complete -c gregor -n '__gregor_in user list' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in user list' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in user list' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in user list' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in user list' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in user list' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in user list' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in user list' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in user list' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in user remove' -s b -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'Where to ask first'
complete -c gregor -n '__gregor_in user remove' -l columns -x -d 'These fields only, in this order, by their names in JSON'
complete -c gregor -n '__gregor_in user remove' -l command-config -r -F -d 'Properties of a Kafka client'
complete -c gregor -n '__gregor_in user remove' -l confirm -x -a '(__gregor_contexts)' -d 'With --yes'
complete -c gregor -n '__gregor_in user remove' -l context -x -a '(__gregor_contexts)' -d 'The cluster of this name (\'gregor context list\')'
complete -c gregor -n '__gregor_in user remove' -l dry-run -d 'Show what would change, and change nothing'
complete -c gregor -n '__gregor_in user remove' -s h -l help -d 'Show this help message and exit'
complete -c gregor -n '__gregor_in user remove' -l mechanism -x -d 'Only for this one'
complete -c gregor -n '__gregor_in user remove' -s o -l output -x -a 'json name table wide yaml' -d 'table, wide, json, yaml, name'
complete -c gregor -n '__gregor_in user remove' -l timeout -x -d 'How long to try before giving up'
complete -c gregor -n '__gregor_in user remove' -l verbose -d 'Show the whole story of a failure'
complete -c gregor -n '__gregor_in user remove' -s V -l version -d 'Print version information and exit'
complete -c gregor -n '__gregor_in user remove' -s y -l yes -d 'Do not ask'
complete -c kafka-acls.sh -l add -d 'Indicates you are trying to add ACLs'
complete -c kafka-acls.sh -l allow-host -x -d 'Host from which principals listed in --allow-principal will…'
complete -c kafka-acls.sh -l allow-principal -x -d 'principal is in principalType:name format'
complete -c kafka-acls.sh -l bootstrap-controller -x -d 'A list of host/port pairs to use for establishing the…'
complete -c kafka-acls.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'A list of host/port pairs to use for establishing the…'
complete -c kafka-acls.sh -l cluster -d 'Add/Remove cluster ACLs'
complete -c kafka-acls.sh -l command-config -x -d 'A property file containing configs to be passed to the…'
complete -c kafka-acls.sh -l consumer -d 'Convenience option to add/remove ACLs for consumer role'
complete -c kafka-acls.sh -l delegation-token -x -d 'Delegation token to which ACLs should be added or removed'
complete -c kafka-acls.sh -l deny-host -x -d 'Host from which principals listed in --deny-principal will…'
complete -c kafka-acls.sh -l deny-principal -x -d 'principal is in principalType:name format'
complete -c kafka-acls.sh -l force -d 'Assume Yes to all queries and do not prompt'
complete -c kafka-acls.sh -l group -x -a '(__gregor_names groups)' -d 'Consumer Group to which the ACLs should be added or removed'
complete -c kafka-acls.sh -l help -d 'Print usage information'
complete -c kafka-acls.sh -l idempotent -d 'Enable idempotence for the producer'
complete -c kafka-acls.sh -l list -d 'List ACLs for the specified resource, use --topic <topic> or…'
complete -c kafka-acls.sh -l operation -x -a 'All Alter AlterConfigs ClusterAction Create CreateTokens Delete Describe DescribeConfigs DescribeTokens IdempotentWrite Read Write' -d 'Operation that is being allowed or denied'
complete -c kafka-acls.sh -l principal -x -d 'List ACLs for the specified principal'
complete -c kafka-acls.sh -l producer -d 'Convenience option to add/remove ACLs for producer role'
complete -c kafka-acls.sh -l remove -d 'Indicates you are trying to remove ACLs'
complete -c kafka-acls.sh -l resource-pattern-type -x -a 'any literal match prefixed' -d 'The type of the resource pattern or pattern filter'
complete -c kafka-acls.sh -l topic -x -a '(__gregor_names topics)' -d 'topic to which ACLs should be added or removed'
complete -c kafka-acls.sh -l transactional-id -x -d 'The transactionalId to which ACLs should be added or removed'
complete -c kafka-acls.sh -l user-principal -x -d 'Specifies a user principal as a resource in relation with…'
complete -c kafka-acls.sh -l version -d 'Display the version'
complete -c kafka-broker-api-versions.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-broker-api-versions.sh -l command-config -r -F -d 'A property file containing configs to be passed to the…'
complete -c kafka-broker-api-versions.sh -l help -d 'Print usage information'
complete -c kafka-broker-api-versions.sh -l version -d 'Display the version'
complete -c kafka-client-metrics.sh -l alter -d 'Alter the configuration for the client metrics resource'
complete -c kafka-client-metrics.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-client-metrics.sh -l command-config -r -F -d 'Property file containing configs to be passed to the client'
complete -c kafka-client-metrics.sh -l delete -d 'Delete the configuration for the client metrics resource'
complete -c kafka-client-metrics.sh -l describe -d 'List configurations for the client metrics resource'
complete -c kafka-client-metrics.sh -l generate-name -d 'Generate a UUID to use as the name'
complete -c kafka-client-metrics.sh -l help -d 'Print usage information'
complete -c kafka-client-metrics.sh -l interval -x -d 'The metrics push interval in milliseconds'
complete -c kafka-client-metrics.sh -l list -d 'List the client metrics resources'
complete -c kafka-client-metrics.sh -l match -x -d 'Matching selector \'k1=v1,k2=v2\''
complete -c kafka-client-metrics.sh -l metrics -x -d 'Telemetry metric name prefixes \'m1,m2\''
complete -c kafka-client-metrics.sh -l name -x -d 'Name of client metrics configuration resource'
complete -c kafka-client-metrics.sh -l version -d 'Display the version'
complete -c kafka-configs.sh -l add-config -x -a '(__gregor_names entity-configs =)' -d 'Key Value pairs of configs to add'
complete -c kafka-configs.sh -l add-config-file -x -d 'Path to a properties file with configs to add'
complete -c kafka-configs.sh -l all -d 'List all configs for the given entity, including static…'
complete -c kafka-configs.sh -l alter -d 'Alter the configuration for the entity'
complete -c kafka-configs.sh -l bootstrap-controller -x -d 'The Kafka controllers to connect to'
complete -c kafka-configs.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'The Kafka servers to connect to'
complete -c kafka-configs.sh -l broker -x -a '(__gregor_names brokers)' -d 'The broker\'s ID'
complete -c kafka-configs.sh -l broker-defaults -d 'The config defaults for all brokers'
complete -c kafka-configs.sh -l broker-logger -x -a '(__gregor_names brokers)' -d 'The broker\'s ID for its logger config'
complete -c kafka-configs.sh -l client -x -d 'The client\'s ID'
complete -c kafka-configs.sh -l client-defaults -d 'The config defaults for all clients'
complete -c kafka-configs.sh -l client-metrics -x -d 'The client metrics config resource name'
complete -c kafka-configs.sh -l command-config -r -F -d 'Property file containing configs to be passed to the client'
complete -c kafka-configs.sh -l delete-config -x -a '(__gregor_names entity-configs ,)' -d 'config keys to remove \'k1,k2\''
complete -c kafka-configs.sh -l describe -d 'List configs for the given entity'
complete -c kafka-configs.sh -l entity-default -d 'Default entity name for clients/users/brokers/ips (applies…'
complete -c kafka-configs.sh -l entity-name -x -a '(__gregor_names entity-names)' -d 'Name of entity (topic name/client id/user principal…'
complete -c kafka-configs.sh -l entity-type -x -a 'broker-loggers brokers client-metrics clients groups ips topics users' -d 'Type of entity…'
complete -c kafka-configs.sh -l group -x -a '(__gregor_names groups)' -d 'The group\'s ID'
complete -c kafka-configs.sh -l help -d 'Print usage information'
complete -c kafka-configs.sh -l ip -x -d 'The IP address'
complete -c kafka-configs.sh -l ip-defaults -d 'The config defaults for all IPs'
complete -c kafka-configs.sh -l topic -x -a '(__gregor_names topics)' -d 'The topic\'s name'
complete -c kafka-configs.sh -l user -x -d 'The user\'s principal name'
complete -c kafka-configs.sh -l user-defaults -d 'The config defaults for all users'
complete -c kafka-configs.sh -l version -d 'Display the version'
complete -c kafka-console-consumer.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-console-consumer.sh -l command-config -r -F -d 'A file of consumer properties'
complete -c kafka-console-consumer.sh -l command-property -x -d 'A property of the consumer, as name=value'
complete -c kafka-console-consumer.sh -l consumer-property -x -d '(Deprecated) Use --command-property'
complete -c kafka-console-consumer.sh -l consumer.config -r -F -d '(Deprecated) Use --command-config'
complete -c kafka-console-consumer.sh -l enable-systest-events -d 'Print shutdown_complete at the end'
complete -c kafka-console-consumer.sh -l formatter -x -d 'The class that prints records'
complete -c kafka-console-consumer.sh -l formatter-config -r -F -d 'A file of formatter properties'
complete -c kafka-console-consumer.sh -l formatter-property -x -d 'A property of the formatter, as name=value'
complete -c kafka-console-consumer.sh -l from-beginning -d 'Start with the first record where the group has no offset…'
complete -c kafka-console-consumer.sh -l group -x -a '(__gregor_names groups)' -d 'The consumer group'
complete -c kafka-console-consumer.sh -l help -d 'Print usage information'
complete -c kafka-console-consumer.sh -l include -x -a '(__gregor_names topics)' -d 'A regular expression of topics to consume'
complete -c kafka-console-consumer.sh -l isolation-level -x -a 'read_committed read_uncommitted' -d 'read_committed or read_uncommitted (the default)'
complete -c kafka-console-consumer.sh -l key-deserializer -x -d 'The class to deserialize keys with'
complete -c kafka-console-consumer.sh -l max-messages -x -d 'Stop after so many records'
complete -c kafka-console-consumer.sh -l offset -x -a 'earliest latest' -d 'Where to start'
complete -c kafka-console-consumer.sh -l partition -x -d 'The partition to consume, from its end unless --offset says…'
complete -c kafka-console-consumer.sh -l property -x -d '(Deprecated) Use --formatter-property'
complete -c kafka-console-consumer.sh -l skip-message-on-error -d 'Pass over a record that cannot be printed instead of…'
complete -c kafka-console-consumer.sh -l timeout-ms -x -d 'Stop when no record came for so long'
complete -c kafka-console-consumer.sh -l topic -x -a '(__gregor_names topics)' -d 'The topic to consume'
complete -c kafka-console-consumer.sh -l value-deserializer -x -d 'The class to deserialize values with'
complete -c kafka-console-consumer.sh -l version -d 'Display the version'
complete -c kafka-console-consumer.sh -l whitelist -x -a '(__gregor_names topics)' -d 'The old name of --include'
complete -c kafka-console-producer.sh -l batch-size -x -d 'batch.size of the producer, in bytes'
complete -c kafka-console-producer.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-console-producer.sh -l broker-list -x -a '(__gregor_names addresses ,)' -d 'The old name of --bootstrap-server'
complete -c kafka-console-producer.sh -l command-config -r -F -d 'A file of producer properties'
complete -c kafka-console-producer.sh -l command-property -x -d 'A property of the producer, as name=value'
complete -c kafka-console-producer.sh -l compression-codec -x -a 'gzip lz4 none snappy zstd' -d 'none, gzip, snappy, lz4 or zstd'
complete -c kafka-console-producer.sh -l help -d 'Print usage information'
complete -c kafka-console-producer.sh -l line-reader -x -d 'A class of your own that implements RecordReader'
complete -c kafka-console-producer.sh -l max-block-ms -x -d 'max.block.ms of the producer'
complete -c kafka-console-producer.sh -l max-memory-bytes -x -d 'buffer.memory of the producer'
complete -c kafka-console-producer.sh -l max-partition-memory-bytes -x -d '(Deprecated) Use --batch-size'
complete -c kafka-console-producer.sh -l message-send-max-retries -x -d 'retries of the producer'
complete -c kafka-console-producer.sh -l metadata-expiry-ms -x -d 'metadata.max.age.ms of the producer'
complete -c kafka-console-producer.sh -l producer-property -x -d '(Deprecated) Use --command-property'
complete -c kafka-console-producer.sh -l producer.config -r -F -d '(Deprecated) Use --command-config'
complete -c kafka-console-producer.sh -l property -x -d '(Deprecated) Use --reader-property'
complete -c kafka-console-producer.sh -l reader-config -r -F -d 'A file of reader properties'
complete -c kafka-console-producer.sh -l reader-property -x -d 'Tells the reader how to cut a line, as name=value'
complete -c kafka-console-producer.sh -l request-required-acks -x -a '-1 0 1 all' -d 'acks of the producer'
complete -c kafka-console-producer.sh -l request-timeout-ms -x -d 'request.timeout.ms of the producer'
complete -c kafka-console-producer.sh -l retry-backoff-ms -x -d 'retry.backoff.ms of the producer'
complete -c kafka-console-producer.sh -l socket-buffer-size -x -d 'send.buffer.bytes of the producer'
complete -c kafka-console-producer.sh -l sync -d 'Send one record at a time, and wait for each to be…'
complete -c kafka-console-producer.sh -l timeout -x -d 'linger.ms of the producer'
complete -c kafka-console-producer.sh -l topic -x -a '(__gregor_names topics)' -d 'REQUIRED'
complete -c kafka-console-producer.sh -l version -d 'Display the version'
complete -c kafka-console-share-consumer.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-console-share-consumer.sh -l command-config -r -F -d 'A file of consumer properties'
complete -c kafka-console-share-consumer.sh -l command-property -x -d 'A property of the consumer, as name=value'
complete -c kafka-console-share-consumer.sh -l consumer-config -r -F -d '(Deprecated) Use --command-config'
complete -c kafka-console-share-consumer.sh -l consumer-property -x -d '(Deprecated) Use --command-property'
complete -c kafka-console-share-consumer.sh -l enable-systest-events -d 'Print shutdown_complete at the end'
complete -c kafka-console-share-consumer.sh -l formatter -x -d 'The class that prints records'
complete -c kafka-console-share-consumer.sh -l formatter-config -r -F -d 'A file of formatter properties'
complete -c kafka-console-share-consumer.sh -l formatter-property -x -d 'A property of the formatter, as name=value'
complete -c kafka-console-share-consumer.sh -l group -x -a '(__gregor_names groups)' -d 'The share group'
complete -c kafka-console-share-consumer.sh -l help -d 'Print usage information'
complete -c kafka-console-share-consumer.sh -l key-deserializer -x -d 'The class to deserialize keys with'
complete -c kafka-console-share-consumer.sh -l max-messages -x -d 'Stop after so many records'
complete -c kafka-console-share-consumer.sh -l property -x -d '(Deprecated) Use --formatter-property'
complete -c kafka-console-share-consumer.sh -l reject -d 'Reject each record'
complete -c kafka-console-share-consumer.sh -l reject-message-on-error -d 'Reject a record that cannot be printed instead of stopping'
complete -c kafka-console-share-consumer.sh -l release -d 'Release each record'
complete -c kafka-console-share-consumer.sh -l timeout-ms -x -d 'Stop when no record came for so long'
complete -c kafka-console-share-consumer.sh -l topic -x -a '(__gregor_names topics)' -d 'REQUIRED'
complete -c kafka-console-share-consumer.sh -l value-deserializer -x -d 'The class to deserialize values with'
complete -c kafka-console-share-consumer.sh -l version -d 'Display the version'
complete -c kafka-consumer-groups.sh -l all-groups -d 'Apply to all consumer groups'
complete -c kafka-consumer-groups.sh -l all-topics -d 'Consider all topics the group has offsets for in…'
complete -c kafka-consumer-groups.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'The server(s) to connect to'
complete -c kafka-consumer-groups.sh -l by-duration -x -d 'Reset offsets to offset by duration from current timestamp'
complete -c kafka-consumer-groups.sh -l command-config -r -F -d 'Property file containing configs to be passed to the client'
complete -c kafka-consumer-groups.sh -l delete -d 'Delete groups with all their offsets'
complete -c kafka-consumer-groups.sh -l delete-offsets -d 'Delete offsets of a consumer group'
complete -c kafka-consumer-groups.sh -l describe -d 'Describe the group and its offset lag (number of messages…'
complete -c kafka-consumer-groups.sh -l dry-run -d 'Only show what --reset-offsets would do'
complete -c kafka-consumer-groups.sh -l execute -d 'Do it'
complete -c kafka-consumer-groups.sh -l export -d 'Print the new offsets as CSV'
complete -c kafka-consumer-groups.sh -l from-file -r -F -d 'Reset offsets to values defined in CSV file'
complete -c kafka-consumer-groups.sh -l group -x -a '(__gregor_names groups)' -d 'The consumer group we wish to act on'
complete -c kafka-consumer-groups.sh -l help -d 'Print usage information'
complete -c kafka-consumer-groups.sh -l list -d 'List all consumer groups'
complete -c kafka-consumer-groups.sh -l members -d 'With --describe'
complete -c kafka-consumer-groups.sh -l offsets -d 'With --describe'
complete -c kafka-consumer-groups.sh -l reset-offsets -d 'Reset the offsets of a group whose members are stopped'
complete -c kafka-consumer-groups.sh -l shift-by -x -d 'Reset offsets shifting current offset by \'n\', where \'n\' can…'
complete -c kafka-consumer-groups.sh -l state -x -d 'With --describe'
complete -c kafka-consumer-groups.sh -l timeout -x -d 'How long to wait for each answer'
complete -c kafka-consumer-groups.sh -l to-current -d 'Reset offsets to current offset'
complete -c kafka-consumer-groups.sh -l to-datetime -x -d 'Reset offsets to offset from datetime'
complete -c kafka-consumer-groups.sh -l to-earliest -d 'Reset offsets to earliest offset'
complete -c kafka-consumer-groups.sh -l to-latest -d 'Reset offsets to latest offset'
complete -c kafka-consumer-groups.sh -l to-offset -x -d 'Reset offsets to a specific offset'
complete -c kafka-consumer-groups.sh -l topic -x -a '(__gregor_names topics)' -d 'The topic whose offsets --delete-offsets forgets or…'
complete -c kafka-consumer-groups.sh -l type -x -d 'With --list'
complete -c kafka-consumer-groups.sh -l validate-regex -x -d 'Validate that the syntax of the provided regular expression…'
complete -c kafka-consumer-groups.sh -l verbose -d 'With --describe'
complete -c kafka-consumer-groups.sh -l version -d 'Display the version'
complete -c kafka-consumer-perf-test.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-consumer-perf-test.sh -l command-config -r -F -d 'A file of consumer properties'
complete -c kafka-consumer-perf-test.sh -l command-property -x -d 'A property of the consumer, as name=value'
complete -c kafka-consumer-perf-test.sh -l consumer.config -r -F -d '(Deprecated) Use --command-config'
complete -c kafka-consumer-perf-test.sh -l date-format -x -d 'How times are printed, as java.text.SimpleDateFormat has it'
complete -c kafka-consumer-perf-test.sh -l fetch-size -x -d 'How many bytes to fetch at most, in one go'
complete -c kafka-consumer-perf-test.sh -l from-latest -d 'Start with the newest record where the group has no offset…'
complete -c kafka-consumer-perf-test.sh -l group -x -a '(__gregor_names groups)' -d 'The group to consume as'
complete -c kafka-consumer-perf-test.sh -l help -d 'Print usage information'
complete -c kafka-consumer-perf-test.sh -l hide-header -d 'Print no heading'
complete -c kafka-consumer-perf-test.sh -l include -x -a '(__gregor_names topics)' -d 'A regular expression of topics to consume'
complete -c kafka-consumer-perf-test.sh -l messages -x -d '(Deprecated) Use --num-records'
complete -c kafka-consumer-perf-test.sh -l num-records -x -d 'REQUIRED'
complete -c kafka-consumer-perf-test.sh -l print-metrics -d 'Print the consumer\'s metrics at the end'
complete -c kafka-consumer-perf-test.sh -l reporting-interval -x -d 'How often to report'
complete -c kafka-consumer-perf-test.sh -l show-detailed-stats -d 'Print figures for each reporting interval'
complete -c kafka-consumer-perf-test.sh -l socket-buffer-size -x -d 'receive.buffer.bytes of the consumer'
complete -c kafka-consumer-perf-test.sh -l timeout -x -d 'Stop when no record came for so long'
complete -c kafka-consumer-perf-test.sh -l topic -x -a '(__gregor_names topics)' -d 'The topic to consume'
complete -c kafka-consumer-perf-test.sh -l version -d 'Display the version'
complete -c kafka-delegation-tokens.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-delegation-tokens.sh -l command-config -x -d 'REQUIRED'
complete -c kafka-delegation-tokens.sh -l create -d 'Create a new delegation token'
complete -c kafka-delegation-tokens.sh -l describe -d 'Describe delegation tokens for the given principals'
complete -c kafka-delegation-tokens.sh -l expire -d 'Expire delegation token'
complete -c kafka-delegation-tokens.sh -l expiry-time-period -x -d 'Expiry time period in milliseconds'
complete -c kafka-delegation-tokens.sh -l help -d 'Print usage information'
complete -c kafka-delegation-tokens.sh -l hmac -x -d 'HMAC of the delegation token'
complete -c kafka-delegation-tokens.sh -l max-life-time-period -x -d 'Max life period for the token in milliseconds'
complete -c kafka-delegation-tokens.sh -l owner-principal -x -d 'owner is a Kafka principal'
complete -c kafka-delegation-tokens.sh -l renew -d 'Renew delegation token'
complete -c kafka-delegation-tokens.sh -l renew-time-period -x -d 'Renew time period in milliseconds'
complete -c kafka-delegation-tokens.sh -l renewer-principal -x -d 'renewer is a Kafka principal'
complete -c kafka-delegation-tokens.sh -l version -d 'Display the version'
complete -c kafka-delete-records.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-delete-records.sh -l command-config -r -F -d 'A property file containing configs to be passed to Admin…'
complete -c kafka-delete-records.sh -l help -d 'Print usage information'
complete -c kafka-delete-records.sh -l offset-json-file -r -F -d 'REQUIRED'
complete -c kafka-delete-records.sh -l version -d 'Display the version'
complete -c kafka-dump-log.sh -l cluster-metadata-decoder -d 'If set, log data will be parsed as cluster metadata records'
complete -c kafka-dump-log.sh -l deep-iteration -d 'If set, uses deep instead of shallow iteration'
complete -c kafka-dump-log.sh -l files -r -F -d 'REQUIRED'
complete -c kafka-dump-log.sh -l help -d 'Print usage information'
complete -c kafka-dump-log.sh -l index-sanity-check -d 'If set, just checks the index sanity without printing its…'
complete -c kafka-dump-log.sh -l key-decoder-class -x -d 'If set, used to deserialize the keys'
complete -c kafka-dump-log.sh -l max-bytes -x -d 'Limit the amount of total batches read in bytes avoiding…'
complete -c kafka-dump-log.sh -l max-message-size -x -d 'Size of largest message'
complete -c kafka-dump-log.sh -l offsets-decoder -d 'If set, log data will be parsed as offset data from the…'
complete -c kafka-dump-log.sh -l print-data-log -d 'If set, printing the messages content when dumping data logs'
complete -c kafka-dump-log.sh -l remote-log-metadata-decoder -d 'If set, log data will be parsed as…'
complete -c kafka-dump-log.sh -l share-group-state-decoder -d 'If set, log data will be parsed as share group state data…'
complete -c kafka-dump-log.sh -l skip-record-metadata -d 'Skip metadata when printing records'
complete -c kafka-dump-log.sh -l transaction-log-decoder -d 'If set, log data will be parsed as transaction metadata from…'
complete -c kafka-dump-log.sh -l value-decoder-class -x -d 'If set, used to deserialize the messages'
complete -c kafka-dump-log.sh -l verify-index-only -d 'If set, just verify the index log without printing its…'
complete -c kafka-dump-log.sh -l version -d 'Display the version'
complete -c kafka-e2e-latency.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-e2e-latency.sh -l command-config -r -F -d 'A file of client properties'
complete -c kafka-e2e-latency.sh -l help -d 'Print usage information'
complete -c kafka-e2e-latency.sh -l num-headers -x -d 'How many headers each record has'
complete -c kafka-e2e-latency.sh -l num-records -x -d 'REQUIRED'
complete -c kafka-e2e-latency.sh -l producer-acks -x -d 'REQUIRED'
complete -c kafka-e2e-latency.sh -l record-header-key-size -x -d 'The size of each header\'s key'
complete -c kafka-e2e-latency.sh -l record-header-size -x -d 'The size of each header\'s value'
complete -c kafka-e2e-latency.sh -l record-key-size -x -d 'The size of each key'
complete -c kafka-e2e-latency.sh -l record-size -x -d 'REQUIRED'
complete -c kafka-e2e-latency.sh -l topic -x -a '(__gregor_names topics)' -d 'REQUIRED'
complete -c kafka-e2e-latency.sh -l version -d 'Display the version'
complete -c kafka-get-offsets.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-get-offsets.sh -l command-config -r -F -d 'Property file containing configs to be passed to Admin…'
complete -c kafka-get-offsets.sh -l exclude-internal-topics -d 'By default, internal topics are included'
complete -c kafka-get-offsets.sh -l help -d 'Print usage information'
complete -c kafka-get-offsets.sh -l partitions -x -d 'Comma separated list of partition ids to get the offsets for'
complete -c kafka-get-offsets.sh -l time -x -d 'timestamp of the offsets before that'
complete -c kafka-get-offsets.sh -l topic -x -a '(__gregor_names topics)' -d 'The topic to get the offsets for'
complete -c kafka-get-offsets.sh -l topic-partitions -x -a '(__gregor_names topics ,)' -d 'Comma separated list of topic-partition patterns to get the…'
complete -c kafka-get-offsets.sh -l version -d 'Display the version'
complete -c kafka-groups.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-groups.sh -l command-config -r -F -d 'Property file containing configs to be passed to the client'
complete -c kafka-groups.sh -l consumer -d 'Show all kinds of consumer groups'
complete -c kafka-groups.sh -l group-type -x -d 'Filter the groups based on group type'
complete -c kafka-groups.sh -l help -d 'Print usage information'
complete -c kafka-groups.sh -l list -d 'List the groups'
complete -c kafka-groups.sh -l protocol -x -d 'Filter the groups based on protocol type'
complete -c kafka-groups.sh -l share -d 'Filter the groups to show share groups'
complete -c kafka-groups.sh -l streams -d 'Filter the groups to show streams groups'
complete -c kafka-groups.sh -l version -d 'Display the version'
complete -c kafka-leader-election.sh -l admin.config -r -F -d '(DEPRECATED) Configuration properties files to pass to the…'
complete -c kafka-leader-election.sh -l all-topic-partitions -d 'Perform election on all of the eligible topic partitions…'
complete -c kafka-leader-election.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'A hostname and port for the broker to connect to, in the…'
complete -c kafka-leader-election.sh -l command-config -r -F -d 'Config properties file to pass to the admin client'
complete -c kafka-leader-election.sh -l election-type -x -a 'preferred unclean' -d 'Type of election to attempt'
complete -c kafka-leader-election.sh -l help -d 'Print usage information'
complete -c kafka-leader-election.sh -l partition -x -d 'Partition id for which to perform an election'
complete -c kafka-leader-election.sh -l path-to-json-file -r -F -d 'The JSON file with the list  of partition for which leader…'
complete -c kafka-leader-election.sh -l topic -x -a '(__gregor_names topics)' -d 'Name of topic for which to perform an election'
complete -c kafka-leader-election.sh -l version -d 'Display the version'
complete -c kafka-log-dirs.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-log-dirs.sh -l broker-list -x -a '(__gregor_names brokers ,)' -d 'The list of brokers to be queried in the form "0,1,2"'
complete -c kafka-log-dirs.sh -l command-config -r -F -d 'Property file containing configs to be passed to Admin…'
complete -c kafka-log-dirs.sh -l describe -d 'Describe the specified log directories on the specified…'
complete -c kafka-log-dirs.sh -l help -d 'Print usage information'
complete -c kafka-log-dirs.sh -l topic-list -x -a '(__gregor_names topics ,)' -d 'The list of topics to be queried in the form…'
complete -c kafka-log-dirs.sh -l version -d 'Display the version'
complete -c kafka-preferred-replica-election.sh -l admin.config -r -F -d 'Admin client config properties file to pass to the admin…'
complete -c kafka-preferred-replica-election.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'A hostname and port for the broker to connect to, in the…'
complete -c kafka-preferred-replica-election.sh -l help -d 'Print usage information'
complete -c kafka-preferred-replica-election.sh -l path-to-json-file -x -d 'The JSON file with the list of partitions for which…'
complete -c kafka-preferred-replica-election.sh -l version -d 'Display the version'
complete -c kafka-share-consumer-perf-test.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-share-consumer-perf-test.sh -l command-config -r -F -d 'A file of consumer properties'
complete -c kafka-share-consumer-perf-test.sh -l command-property -x -d 'A property of the consumer, as name=value'
complete -c kafka-share-consumer-perf-test.sh -l consumer.config -r -F -d '(Deprecated) Use --command-config'
complete -c kafka-share-consumer-perf-test.sh -l date-format -x -d 'How times are printed, as java.text.SimpleDateFormat has it'
complete -c kafka-share-consumer-perf-test.sh -l fetch-size -x -d 'How many bytes to fetch at most, in one go'
complete -c kafka-share-consumer-perf-test.sh -l group -x -a '(__gregor_names groups)' -d 'The group to consume as'
complete -c kafka-share-consumer-perf-test.sh -l help -d 'Print usage information'
complete -c kafka-share-consumer-perf-test.sh -l hide-header -d 'Print no heading'
complete -c kafka-share-consumer-perf-test.sh -l messages -x -d '(Deprecated) Use --num-records'
complete -c kafka-share-consumer-perf-test.sh -l num-records -x -d 'REQUIRED'
complete -c kafka-share-consumer-perf-test.sh -l print-metrics -d 'Print the consumer\'s metrics at the end'
complete -c kafka-share-consumer-perf-test.sh -l reporting-interval -x -d 'How often to report'
complete -c kafka-share-consumer-perf-test.sh -l show-consumer-stats -d 'Print figures for each member'
complete -c kafka-share-consumer-perf-test.sh -l show-detailed-stats -d 'Print figures for each reporting interval'
complete -c kafka-share-consumer-perf-test.sh -l socket-buffer-size -x -d 'receive.buffer.bytes of the consumer'
complete -c kafka-share-consumer-perf-test.sh -l threads -x -d 'How many members share the work, each with a thread'
complete -c kafka-share-consumer-perf-test.sh -l timeout -x -d 'Stop when no record came for so long'
complete -c kafka-share-consumer-perf-test.sh -l topic -x -a '(__gregor_names topics)' -d 'The topic to consume'
complete -c kafka-share-consumer-perf-test.sh -l version -d 'Display the version'
complete -c kafka-share-groups.sh -l all-groups -d 'Apply to all share groups'
complete -c kafka-share-groups.sh -l all-topics -d 'Consider all topics the share group has offsets for in…'
complete -c kafka-share-groups.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-share-groups.sh -l command-config -r -F -d 'Property file containing configs to be passed to the client'
complete -c kafka-share-groups.sh -l delete -d 'Delete share group'
complete -c kafka-share-groups.sh -l delete-offsets -d 'Delete offsets of share group'
complete -c kafka-share-groups.sh -l describe -d 'Describe share group, members and offset information'
complete -c kafka-share-groups.sh -l dry-run -d 'Only show what --reset-offsets would do'
complete -c kafka-share-groups.sh -l execute -d 'Do it'
complete -c kafka-share-groups.sh -l group -x -a '(__gregor_names groups)' -d 'The share group we wish to act on'
complete -c kafka-share-groups.sh -l help -d 'Print usage information'
complete -c kafka-share-groups.sh -l list -d 'List all share groups'
complete -c kafka-share-groups.sh -l members -d 'With --describe'
complete -c kafka-share-groups.sh -l offsets -d 'With --describe'
complete -c kafka-share-groups.sh -l reset-offsets -d 'Reset the offsets of a share group whose members are stopped'
complete -c kafka-share-groups.sh -l state -x -d 'With --describe'
complete -c kafka-share-groups.sh -l timeout -x -d 'How long to wait for each answer'
complete -c kafka-share-groups.sh -l to-datetime -x -d 'Reset offsets to offset from datetime'
complete -c kafka-share-groups.sh -l to-earliest -d 'Reset offsets to earliest offset'
complete -c kafka-share-groups.sh -l to-latest -d 'Reset offsets to latest offset'
complete -c kafka-share-groups.sh -l topic -x -a '(__gregor_names topics)' -d 'The topic whose offsets are deleted or reset'
complete -c kafka-share-groups.sh -l verbose -d 'With --describe'
complete -c kafka-share-groups.sh -l version -d 'Display the version'
complete -c kafka-streams-groups.sh -l all-groups -d 'Apply to all streams groups'
complete -c kafka-streams-groups.sh -l all-input-topics -d 'Consider all source topics of the group\'s topology'
complete -c kafka-streams-groups.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-streams-groups.sh -l by-duration -x -d 'Reset offsets to offset by duration from current timestamp'
complete -c kafka-streams-groups.sh -l command-config -r -F -d 'Property file containing configs to be passed to the client'
complete -c kafka-streams-groups.sh -l delete -d 'Delete groups with all their offsets'
complete -c kafka-streams-groups.sh -l delete-all-internal-topics -d 'With --delete, or with --reset-offsets --execute'
complete -c kafka-streams-groups.sh -l delete-internal-topic -x -d 'With --reset-offsets --execute'
complete -c kafka-streams-groups.sh -l delete-offsets -d 'Delete offsets of streams group'
complete -c kafka-streams-groups.sh -l describe -d 'Describe streams group and list offset lag related to given…'
complete -c kafka-streams-groups.sh -l dry-run -d 'Only show what --reset-offsets would do'
complete -c kafka-streams-groups.sh -l execute -d 'Do it'
complete -c kafka-streams-groups.sh -l export -d 'Print the new offsets as CSV'
complete -c kafka-streams-groups.sh -l from-file -r -F -d 'Reset offsets to values defined in CSV file'
complete -c kafka-streams-groups.sh -l group -x -a '(__gregor_names groups)' -d 'The streams group we wish to act on'
complete -c kafka-streams-groups.sh -l help -d 'Print usage information'
complete -c kafka-streams-groups.sh -l input-topic -x -d 'The input topic whose committed offsets --delete-offsets…'
complete -c kafka-streams-groups.sh -l list -d 'List all streams groups'
complete -c kafka-streams-groups.sh -l members -d 'With --describe'
complete -c kafka-streams-groups.sh -l offsets -d 'With --describe'
complete -c kafka-streams-groups.sh -l reset-offsets -d 'Reset the offsets of a streams group whose instances are…'
complete -c kafka-streams-groups.sh -l shift-by -x -d 'Reset offsets shifting current offset by \'n\', where \'n\' can…'
complete -c kafka-streams-groups.sh -l state -x -d 'With --describe'
complete -c kafka-streams-groups.sh -l timeout -x -d 'How long to wait for each answer'
complete -c kafka-streams-groups.sh -l to-current -d 'Reset offsets to current offset'
complete -c kafka-streams-groups.sh -l to-datetime -x -d 'Reset offsets to offset from datetime'
complete -c kafka-streams-groups.sh -l to-earliest -d 'Reset offsets to earliest offset'
complete -c kafka-streams-groups.sh -l to-latest -d 'Reset offsets to latest offset'
complete -c kafka-streams-groups.sh -l to-offset -x -d 'Reset offsets to a specific offset'
complete -c kafka-streams-groups.sh -l verbose -d 'With --describe'
complete -c kafka-streams-groups.sh -l version -d 'Display the version'
complete -c kafka-topics.sh -l alter -d 'Alter the number of partitions and replica assignment'
complete -c kafka-topics.sh -l at-min-isr-partitions -d 'If set when describing topics, only show partitions whose…'
complete -c kafka-topics.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'REQUIRED'
complete -c kafka-topics.sh -l command-config -r -F -d 'Property file containing configs to be passed to the client'
complete -c kafka-topics.sh -l config -x -a '(__gregor_names topic-configs =)' -d 'A topic configuration override for the topic being created,…'
complete -c kafka-topics.sh -l create -d 'Create a new topic'
complete -c kafka-topics.sh -l delete -d 'Delete a topic'
complete -c kafka-topics.sh -l delete-config -x -a '(__gregor_names topic-configs)' -d 'This option is no longer supported and has been deprecated…'
complete -c kafka-topics.sh -l describe -d 'List details for the given topics'
complete -c kafka-topics.sh -l exclude-internal -d 'Exclude internal topics when listing or describing topics'
complete -c kafka-topics.sh -l help -d 'Print usage information'
complete -c kafka-topics.sh -l if-exists -d 'If set when altering or deleting or describing topics, the…'
complete -c kafka-topics.sh -l if-not-exists -d 'If set when creating topics, the create request will not…'
complete -c kafka-topics.sh -l list -d 'List all available topics'
complete -c kafka-topics.sh -l partition-size-limit-per-response -x -d 'The maximum partition size to be included in one…'
complete -c kafka-topics.sh -l partitions -x -d 'The number of partitions for the topic being created or…'
complete -c kafka-topics.sh -l replica-assignment -x -d 'A list of manual partition-to-broker assignments for the…'
complete -c kafka-topics.sh -l replication-factor -x -d 'The replication factor for each partition in the topic being…'
complete -c kafka-topics.sh -l topic -x -a '(__gregor_names topics)' -d 'The topic to create, alter, describe or delete'
complete -c kafka-topics.sh -l topic-id -x -d 'The topic-id to describe'
complete -c kafka-topics.sh -l topics-with-overrides -d 'If set when describing topics, only show topics that have…'
complete -c kafka-topics.sh -l unavailable-partitions -d 'If set when describing topics, only show partitions whose…'
complete -c kafka-topics.sh -l under-min-isr-partitions -d 'If set when describing topics, only show partitions whose…'
complete -c kafka-topics.sh -l under-replicated-partitions -d 'If set when describing topics, only show under-replicated…'
complete -c kafka-topics.sh -l version -d 'Display the version'
complete -c kafka-cluster.sh -n 'not __fish_seen_subcommand_from cluster-id list-endpoints unregister' -a cluster-id
complete -c kafka-cluster.sh -n 'not __fish_seen_subcommand_from cluster-id list-endpoints unregister' -a list-endpoints
complete -c kafka-cluster.sh -n 'not __fish_seen_subcommand_from cluster-id list-endpoints unregister' -a unregister
complete -c kafka-cluster.sh -n 'not __fish_seen_subcommand_from cluster-id list-endpoints unregister' -s h -l help -d 'show this help message and exit'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from cluster-id' -l bootstrap-controller -s C -x -d 'A list of host/port pairs to use for establishing the…'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from cluster-id' -l bootstrap-server -s b -x -d 'A list of host/port pairs to use for establishing the…'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from cluster-id' -l command-config -s c -x -d 'Config properties file for the Admin client'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from cluster-id' -l config -x -a '(__gregor_names topic-configs =)' -d '(DEPRECATED) A property file containing configurations for…'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from cluster-id' -s h -l help -d 'show this help message and exit'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from unregister' -l bootstrap-controller -s C -x -d 'A list of host/port pairs to use for establishing the…'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from unregister' -l bootstrap-server -s b -x -d 'A list of host/port pairs to use for establishing the…'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from unregister' -l command-config -s c -x -d 'Config properties file for the Admin client'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from unregister' -l config -x -a '(__gregor_names topic-configs =)' -d '(DEPRECATED) A property file containing configurations for…'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from unregister' -s h -l help -d 'show this help message and exit'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from unregister' -l id -s i -x -d 'The ID of the broker to unregister'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from list-endpoints' -l bootstrap-controller -s C -x -d 'A list of host/port pairs to use for establishing the…'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from list-endpoints' -l bootstrap-server -s b -x -d 'A list of host/port pairs to use for establishing the…'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from list-endpoints' -l command-config -s c -x -d 'Config properties file for the Admin client'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from list-endpoints' -l config -x -a '(__gregor_names topic-configs =)' -d '(DEPRECATED) A property file containing configurations for…'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from list-endpoints' -s h -l help -d 'show this help message and exit'
complete -c kafka-cluster.sh -n '__fish_seen_subcommand_from list-endpoints' -l include-fenced-brokers -d 'Whether to include fenced brokers when listing broker…'
complete -c kafka-features.sh -n 'not __fish_seen_subcommand_from describe disable downgrade feature-dependencies upgrade version-mapping' -a describe
complete -c kafka-features.sh -n 'not __fish_seen_subcommand_from describe disable downgrade feature-dependencies upgrade version-mapping' -a disable
complete -c kafka-features.sh -n 'not __fish_seen_subcommand_from describe disable downgrade feature-dependencies upgrade version-mapping' -a downgrade
complete -c kafka-features.sh -n 'not __fish_seen_subcommand_from describe disable downgrade feature-dependencies upgrade version-mapping' -a feature-dependencies
complete -c kafka-features.sh -n 'not __fish_seen_subcommand_from describe disable downgrade feature-dependencies upgrade version-mapping' -a upgrade
complete -c kafka-features.sh -n 'not __fish_seen_subcommand_from describe disable downgrade feature-dependencies upgrade version-mapping' -a version-mapping
complete -c kafka-features.sh -n 'not __fish_seen_subcommand_from describe disable downgrade feature-dependencies upgrade version-mapping' -l bootstrap-controller -x -d 'A comma-separated list of host:port pairs to use for…'
complete -c kafka-features.sh -n 'not __fish_seen_subcommand_from describe disable downgrade feature-dependencies upgrade version-mapping' -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'A comma-separated list of host:port pairs to use for…'
complete -c kafka-features.sh -n 'not __fish_seen_subcommand_from describe disable downgrade feature-dependencies upgrade version-mapping' -l command-config -x -d 'Property file containing configs to be passed to Admin…'
complete -c kafka-features.sh -n 'not __fish_seen_subcommand_from describe disable downgrade feature-dependencies upgrade version-mapping' -s h -l help -d 'show this help message and exit'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from describe' -s h -l help -d 'show this help message and exit'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from describe' -l node-id -x -d 'The node id to which the requests should be sent'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from upgrade' -l dry-run -d 'Validate this upgrade, but do not perform it'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from upgrade' -l feature -x -d 'A feature upgrade we should perform, in feature=level format'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from upgrade' -s h -l help -d 'show this help message and exit'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from upgrade' -l metadata -x -d 'DEPRECATED -- The level to which we should upgrade the…'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from upgrade' -l release-version -x -d 'The release version to update all features to'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from downgrade' -l dry-run -d 'Validate this downgrade, but do not perform it'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from downgrade' -l feature -x -d 'A feature downgrade we should perform, in feature=level…'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from downgrade' -s h -l help -d 'show this help message and exit'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from downgrade' -l metadata -x -d 'DEPRECATED -- The level to which we should downgrade the…'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from downgrade' -l release-version -x -d 'The release version to downgrade all features to'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from downgrade' -l unsafe -d 'Perform this downgrade even if it may irreversibly destroy…'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from disable' -l dry-run -d 'Perform a dry-run of this disable operation'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from disable' -l feature -x -d 'A feature flag to disable'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from disable' -s h -l help -d 'show this help message and exit'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from disable' -l unsafe -d 'Disable this feature flag even if it may irreversibly…'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from version-mapping' -s h -l help -d 'show this help message and exit'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from version-mapping' -l release-version -x -d 'The release version to use for the corresponding feature…'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from feature-dependencies' -l feature -x -d 'The feature and version to look up dependencies for, in…'
complete -c kafka-features.sh -n '__fish_seen_subcommand_from feature-dependencies' -s h -l help -d 'show this help message and exit'
complete -c kafka-metadata-quorum.sh -n 'not __fish_seen_subcommand_from add-controller describe remove-controller' -a add-controller
complete -c kafka-metadata-quorum.sh -n 'not __fish_seen_subcommand_from add-controller describe remove-controller' -a describe
complete -c kafka-metadata-quorum.sh -n 'not __fish_seen_subcommand_from add-controller describe remove-controller' -a remove-controller
complete -c kafka-metadata-quorum.sh -n 'not __fish_seen_subcommand_from add-controller describe remove-controller' -l bootstrap-controller -x -d 'A comma-separated list of host:port pairs to use for…'
complete -c kafka-metadata-quorum.sh -n 'not __fish_seen_subcommand_from add-controller describe remove-controller' -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'A comma-separated list of host:port pairs to use for…'
complete -c kafka-metadata-quorum.sh -n 'not __fish_seen_subcommand_from add-controller describe remove-controller' -l command-config -x -d 'Property file containing configs to be passed to Admin…'
complete -c kafka-metadata-quorum.sh -n 'not __fish_seen_subcommand_from add-controller describe remove-controller' -s h -l help -d 'show this help message and exit'
complete -c kafka-metadata-quorum.sh -n '__fish_seen_subcommand_from describe' -s h -l help -d 'show this help message and exit'
complete -c kafka-metadata-quorum.sh -n '__fish_seen_subcommand_from describe' -l human-readable -d 'Human-readable output'
complete -c kafka-metadata-quorum.sh -n '__fish_seen_subcommand_from describe' -l replication -d 'Detailed information about the status of replication'
complete -c kafka-metadata-quorum.sh -n '__fish_seen_subcommand_from describe' -l status -d 'A short summary of the quorum status and the other provides…'
complete -c kafka-metadata-quorum.sh -n '__fish_seen_subcommand_from add-controller' -l dry-run -d 'True if we should print what would be done, but not do it'
complete -c kafka-metadata-quorum.sh -n '__fish_seen_subcommand_from add-controller' -s h -l help -d 'show this help message and exit'
complete -c kafka-metadata-quorum.sh -n '__fish_seen_subcommand_from remove-controller' -l controller-directory-id -s d -x -d 'The directory ID of the controller to remove'
complete -c kafka-metadata-quorum.sh -n '__fish_seen_subcommand_from remove-controller' -l controller-id -s i -x -d 'The id of the controller to remove'
complete -c kafka-metadata-quorum.sh -n '__fish_seen_subcommand_from remove-controller' -l dry-run -d 'True if we should print what would be done, but not do it'
complete -c kafka-metadata-quorum.sh -n '__fish_seen_subcommand_from remove-controller' -s h -l help -d 'show this help message and exit'
complete -c kafka-producer-perf-test.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'The server(s) to connect to'
complete -c kafka-producer-perf-test.sh -l command-config -r -F -d 'Producer config properties file'
complete -c kafka-producer-perf-test.sh -l command-property -x -d 'Kafka producer related configuration properties like…'
complete -c kafka-producer-perf-test.sh -s h -l help -d 'show this help message and exit'
complete -c kafka-producer-perf-test.sh -l num-records -x -d 'Number of records to produce'
complete -c kafka-producer-perf-test.sh -l payload-delimiter -x -d 'Provides the delimiter to be used when --payload-file is…'
complete -c kafka-producer-perf-test.sh -l payload-file -r -F -d 'File to read the record payloads from'
complete -c kafka-producer-perf-test.sh -l payload-monotonic -d 'Payload is a monotonically increasing integer'
complete -c kafka-producer-perf-test.sh -l print-metrics -d 'Print out metrics at the end of the test'
complete -c kafka-producer-perf-test.sh -l producer-props -x -d '(DEPRECATED) Kafka producer related configuration properties…'
complete -c kafka-producer-perf-test.sh -l producer.config -r -F -d '(DEPRECATED) Producer config properties file'
complete -c kafka-producer-perf-test.sh -l record-size -x -d 'Record size in bytes'
complete -c kafka-producer-perf-test.sh -l reporting-interval -x -d 'Interval in milliseconds at which to print progress info'
complete -c kafka-producer-perf-test.sh -l throughput -x -d 'Throttle maximum record throughput to *approximately*…'
complete -c kafka-producer-perf-test.sh -l topic -x -a '(__gregor_names topics)' -d 'Produce records to this topic'
complete -c kafka-producer-perf-test.sh -l transaction-duration-ms -x -d 'The maximum duration of each transaction'
complete -c kafka-producer-perf-test.sh -l transactional-id -x -d 'The transactional id to use'
complete -c kafka-producer-perf-test.sh -l warmup-records -x -d 'The number of records to treat as warmup'
complete -c kafka-storage.sh -n 'not __fish_seen_subcommand_from feature-dependencies format info random-uuid version-mapping' -a feature-dependencies
complete -c kafka-storage.sh -n 'not __fish_seen_subcommand_from feature-dependencies format info random-uuid version-mapping' -a format
complete -c kafka-storage.sh -n 'not __fish_seen_subcommand_from feature-dependencies format info random-uuid version-mapping' -a info
complete -c kafka-storage.sh -n 'not __fish_seen_subcommand_from feature-dependencies format info random-uuid version-mapping' -a random-uuid
complete -c kafka-storage.sh -n 'not __fish_seen_subcommand_from feature-dependencies format info random-uuid version-mapping' -a version-mapping
complete -c kafka-storage.sh -n 'not __fish_seen_subcommand_from feature-dependencies format info random-uuid version-mapping' -s h -l help -d 'show this help message and exit'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from info' -l config -s c -x -d 'The Kafka configuration file to use'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from info' -s h -l help -d 'show this help message and exit'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from format' -l add-scram -s S -x -d 'A SCRAM_CREDENTIAL to add to the __cluster_metadata log e.g'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from format' -l cluster-id -s t -x -d 'The cluster ID to use'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from format' -l config -s c -x -d 'The Kafka configuration file to use'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from format' -l feature -s f -x -d 'The setting to use for a specific feature, in feature=level…'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from format' -s h -l help -d 'show this help message and exit'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from format' -l ignore-formatted -s g -d 'When this option is passed, the format command will skip…'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from format' -l initial-controllers -s I -x -d 'Used to initialize a server with the specified dynamic…'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from format' -l no-initial-controllers -s N -d 'Used to initialize a server without specifying a dynamic…'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from format' -l release-version -s r -x -d 'The release version to use for the initial feature settings'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from format' -l standalone -s s -d 'Used to initialize a controller as a single-node dynamic…'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from version-mapping' -s h -l help -d 'show this help message and exit'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from version-mapping' -l release-version -s r -x -d 'The release version to use for the corresponding feature…'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from feature-dependencies' -l feature -s f -x -d 'The features and their versions to look up dependencies for,…'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from feature-dependencies' -s h -l help -d 'show this help message and exit'
complete -c kafka-storage.sh -n '__fish_seen_subcommand_from random-uuid' -s h -l help -d 'show this help message and exit'
complete -c kafka-transactions.sh -n 'not __fish_seen_subcommand_from abort describe describe-producers find-hanging forceTerminateTransaction list' -a abort
complete -c kafka-transactions.sh -n 'not __fish_seen_subcommand_from abort describe describe-producers find-hanging forceTerminateTransaction list' -a describe
complete -c kafka-transactions.sh -n 'not __fish_seen_subcommand_from abort describe describe-producers find-hanging forceTerminateTransaction list' -a describe-producers
complete -c kafka-transactions.sh -n 'not __fish_seen_subcommand_from abort describe describe-producers find-hanging forceTerminateTransaction list' -a find-hanging
complete -c kafka-transactions.sh -n 'not __fish_seen_subcommand_from abort describe describe-producers find-hanging forceTerminateTransaction list' -a forceTerminateTransaction
complete -c kafka-transactions.sh -n 'not __fish_seen_subcommand_from abort describe describe-producers find-hanging forceTerminateTransaction list' -a list
complete -c kafka-transactions.sh -n 'not __fish_seen_subcommand_from abort describe describe-producers find-hanging forceTerminateTransaction list' -l bootstrap-server -x -a '(__gregor_names addresses ,)' -d 'hostname and port for the broker to connect to, in the form…'
complete -c kafka-transactions.sh -n 'not __fish_seen_subcommand_from abort describe describe-producers find-hanging forceTerminateTransaction list' -l command-config -r -F -d 'property file containing configs to be passed to admin…'
complete -c kafka-transactions.sh -n 'not __fish_seen_subcommand_from abort describe describe-producers find-hanging forceTerminateTransaction list' -s h -l help -d 'show this help message and exit'
complete -c kafka-transactions.sh -n 'not __fish_seen_subcommand_from abort describe describe-producers find-hanging forceTerminateTransaction list' -s v -l version -d 'show the version of this Kafka distribution and exit'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from list' -l duration-filter -x -d 'Duration (in millis) to filter by'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from list' -s h -l help -d 'show this help message and exit'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from list' -l transactional-id-pattern -x -d 'Transactional id regular expression pattern to filter by'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from describe' -s h -l help -d 'show this help message and exit'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from describe' -l transactional-id -x -d 'transactional id'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from describe-producers' -l broker-id -x -a '(__gregor_names brokers)' -d 'optional broker id to describe the producer state on a…'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from describe-producers' -s h -l help -d 'show this help message and exit'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from describe-producers' -l partition -x -d 'partition number'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from describe-producers' -l topic -x -a '(__gregor_names topics)' -d 'topic name'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from abort' -l coordinator-epoch -x -d 'coordinator epoch'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from abort' -s h -l help -d 'show this help message and exit'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from abort' -l partition -x -d 'partition number'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from abort' -l producer-epoch -x -d 'producer epoch'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from abort' -l producer-id -x -d 'producer id'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from abort' -l start-offset -x -d 'start offset of the transaction to abort'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from abort' -l topic -x -a '(__gregor_names topics)' -d 'topic name'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from find-hanging' -l broker-id -x -a '(__gregor_names brokers)' -d 'broker id to search for hanging transactions'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from find-hanging' -s h -l help -d 'show this help message and exit'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from find-hanging' -l max-transaction-timeout -x -d 'maximum transaction timeout in minutes to limit the scope of…'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from find-hanging' -l partition -x -d 'partition number'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from find-hanging' -l topic -x -a '(__gregor_names topics)' -d 'topic name to limit search to (required if --partition is…'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from forceTerminateTransaction' -s h -l help -d 'show this help message and exit'
complete -c kafka-transactions.sh -n '__fish_seen_subcommand_from forceTerminateTransaction' -l transactionalId -x -d 'transactional id'
complete -c connect-distributed.sh -o daemon
complete -c connect-distributed.sh -o loggc
complete -c connect-distributed.sh -o name -x
complete -c connect-distributed.sh -l help
complete -c connect-distributed.sh -l version
complete -c connect-distributed.sh -F
complete -c connect-mirror-maker.sh -o daemon
complete -c connect-mirror-maker.sh -o loggc
complete -c connect-mirror-maker.sh -o name -x
complete -c connect-mirror-maker.sh -l help
complete -c connect-mirror-maker.sh -l version
complete -c connect-mirror-maker.sh -F
complete -c connect-plugin-path.sh -n 'not __fish_seen_subcommand_from list sync-manifests' -a list
complete -c connect-plugin-path.sh -n 'not __fish_seen_subcommand_from list sync-manifests' -a sync-manifests
complete -c connect-plugin-path.sh -n 'not __fish_seen_subcommand_from list sync-manifests' -l help
complete -c connect-plugin-path.sh -n 'not __fish_seen_subcommand_from list sync-manifests' -l version
complete -c connect-plugin-path.sh -n '__fish_seen_subcommand_from list' -l help
complete -c connect-plugin-path.sh -n '__fish_seen_subcommand_from list' -l plugin-location -x
complete -c connect-plugin-path.sh -n '__fish_seen_subcommand_from list' -l plugin-path -r -F
complete -c connect-plugin-path.sh -n '__fish_seen_subcommand_from list' -l worker-config -r -F
complete -c connect-plugin-path.sh -n '__fish_seen_subcommand_from sync-manifests' -l dry-run
complete -c connect-plugin-path.sh -n '__fish_seen_subcommand_from sync-manifests' -l help
complete -c connect-plugin-path.sh -n '__fish_seen_subcommand_from sync-manifests' -l keep-not-found
complete -c connect-plugin-path.sh -n '__fish_seen_subcommand_from sync-manifests' -l plugin-location -x
complete -c connect-plugin-path.sh -n '__fish_seen_subcommand_from sync-manifests' -l plugin-path -r -F
complete -c connect-plugin-path.sh -n '__fish_seen_subcommand_from sync-manifests' -l worker-config -r -F
complete -c connect-standalone.sh -o daemon
complete -c connect-standalone.sh -o loggc
complete -c connect-standalone.sh -o name -x
complete -c connect-standalone.sh -l help
complete -c connect-standalone.sh -l version
complete -c connect-standalone.sh -F
complete -c kafka-jmx.sh -l attributes -x
complete -c kafka-jmx.sh -l date-format -x
complete -c kafka-jmx.sh -l help
complete -c kafka-jmx.sh -l jmx-auth-prop -x
complete -c kafka-jmx.sh -l jmx-ssl-enable -x
complete -c kafka-jmx.sh -l jmx-url -x
complete -c kafka-jmx.sh -l object-name -x
complete -c kafka-jmx.sh -l one-time
complete -c kafka-jmx.sh -l report-format -x
complete -c kafka-jmx.sh -l reporting-interval -x
complete -c kafka-jmx.sh -l version
complete -c kafka-jmx.sh -l wait
complete -c kafka-metadata-shell.sh -l help
complete -c kafka-metadata-shell.sh -l snapshot -x
complete -c kafka-metadata-shell.sh -l version
complete -c kafka-reassign-partitions.sh -l additional
complete -c kafka-reassign-partitions.sh -l bootstrap-controller -x
complete -c kafka-reassign-partitions.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)'
complete -c kafka-reassign-partitions.sh -l broker-list -x -a '(__gregor_names brokers ,)'
complete -c kafka-reassign-partitions.sh -l cancel
complete -c kafka-reassign-partitions.sh -l command-config -r -F
complete -c kafka-reassign-partitions.sh -l disable-rack-aware
complete -c kafka-reassign-partitions.sh -l disallow-replication-factor-change
complete -c kafka-reassign-partitions.sh -l execute
complete -c kafka-reassign-partitions.sh -l generate
complete -c kafka-reassign-partitions.sh -l help
complete -c kafka-reassign-partitions.sh -l list
complete -c kafka-reassign-partitions.sh -l preserve-throttles
complete -c kafka-reassign-partitions.sh -l reassignment-json-file -r -F
complete -c kafka-reassign-partitions.sh -l replica-alter-log-dirs-throttle -x
complete -c kafka-reassign-partitions.sh -l throttle -x
complete -c kafka-reassign-partitions.sh -l timeout -x
complete -c kafka-reassign-partitions.sh -l topics-to-move-json-file -r -F
complete -c kafka-reassign-partitions.sh -l verify
complete -c kafka-reassign-partitions.sh -l version
complete -c kafka-replica-verification.sh -l broker-list -x -a '(__gregor_names addresses ,)'
complete -c kafka-replica-verification.sh -l fetch-size -x
complete -c kafka-replica-verification.sh -l help
complete -c kafka-replica-verification.sh -l max-wait-ms -x
complete -c kafka-replica-verification.sh -l report-interval-ms -x
complete -c kafka-replica-verification.sh -l time -x
complete -c kafka-replica-verification.sh -l topics-include -x
complete -c kafka-replica-verification.sh -l version
complete -c kafka-server-start.sh -o daemon
complete -c kafka-server-start.sh -o loggc
complete -c kafka-server-start.sh -o name -x
complete -c kafka-server-start.sh -l help
complete -c kafka-server-start.sh -l override -x
complete -c kafka-server-start.sh -l version
complete -c kafka-server-start.sh -F
complete -c kafka-server-stop.sh -l help
complete -c kafka-server-stop.sh -l node-id -x
complete -c kafka-server-stop.sh -l process-role -x -a 'broker controller'
complete -c kafka-server-stop.sh -l version
complete -c kafka-streams-application-reset.sh -l application-id -x
complete -c kafka-streams-application-reset.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)'
complete -c kafka-streams-application-reset.sh -l by-duration -x
complete -c kafka-streams-application-reset.sh -l command-config -r -F
complete -c kafka-streams-application-reset.sh -l config-file -r -F
complete -c kafka-streams-application-reset.sh -l dry-run
complete -c kafka-streams-application-reset.sh -l force
complete -c kafka-streams-application-reset.sh -l from-file -r -F
complete -c kafka-streams-application-reset.sh -l help
complete -c kafka-streams-application-reset.sh -l input-topics -x -a '(__gregor_names topics ,)'
complete -c kafka-streams-application-reset.sh -l intermediate-topics -x -a '(__gregor_names topics ,)'
complete -c kafka-streams-application-reset.sh -l internal-topics -x -a '(__gregor_names topics ,)'
complete -c kafka-streams-application-reset.sh -l shift-by -x
complete -c kafka-streams-application-reset.sh -l to-datetime -x
complete -c kafka-streams-application-reset.sh -l to-earliest
complete -c kafka-streams-application-reset.sh -l to-latest
complete -c kafka-streams-application-reset.sh -l to-offset -x
complete -c kafka-streams-application-reset.sh -l version
complete -c kafka-verifiable-consumer.sh -l assignment-strategy -x
complete -c kafka-verifiable-consumer.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)'
complete -c kafka-verifiable-consumer.sh -l command-config -r -F
complete -c kafka-verifiable-consumer.sh -l consumer.config -r -F
complete -c kafka-verifiable-consumer.sh -l enable-autocommit
complete -c kafka-verifiable-consumer.sh -l group-id -x -a '(__gregor_names groups)'
complete -c kafka-verifiable-consumer.sh -l group-instance-id -x
complete -c kafka-verifiable-consumer.sh -l group-protocol -x
complete -c kafka-verifiable-consumer.sh -l group-remote-assignor -x
complete -c kafka-verifiable-consumer.sh -l help
complete -c kafka-verifiable-consumer.sh -l max-messages -x
complete -c kafka-verifiable-consumer.sh -l reset-policy -x
complete -c kafka-verifiable-consumer.sh -l session-timeout -x
complete -c kafka-verifiable-consumer.sh -l topic -x -a '(__gregor_names topics)'
complete -c kafka-verifiable-consumer.sh -l verbose
complete -c kafka-verifiable-consumer.sh -l version
complete -c kafka-verifiable-producer.sh -l acks -x
complete -c kafka-verifiable-producer.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)'
complete -c kafka-verifiable-producer.sh -l command-config -r -F
complete -c kafka-verifiable-producer.sh -l help
complete -c kafka-verifiable-producer.sh -l max-messages -x
complete -c kafka-verifiable-producer.sh -l message-create-time -x
complete -c kafka-verifiable-producer.sh -l producer.config -r -F
complete -c kafka-verifiable-producer.sh -l repeating-keys -x
complete -c kafka-verifiable-producer.sh -l throughput -x
complete -c kafka-verifiable-producer.sh -l topic -x -a '(__gregor_names topics)'
complete -c kafka-verifiable-producer.sh -l value-prefix -x
complete -c kafka-verifiable-producer.sh -l version
complete -c kafka-verifiable-share-consumer.sh -l acknowledgement-mode -x
complete -c kafka-verifiable-share-consumer.sh -l bootstrap-server -x -a '(__gregor_names addresses ,)'
complete -c kafka-verifiable-share-consumer.sh -l command-config -r -F
complete -c kafka-verifiable-share-consumer.sh -l group-id -x -a '(__gregor_names groups)'
complete -c kafka-verifiable-share-consumer.sh -l help
complete -c kafka-verifiable-share-consumer.sh -l max-messages -x
complete -c kafka-verifiable-share-consumer.sh -l offset-reset-strategy -x
complete -c kafka-verifiable-share-consumer.sh -l topic -x -a '(__gregor_names topics)'
complete -c kafka-verifiable-share-consumer.sh -l verbose
complete -c kafka-verifiable-share-consumer.sh -l version
complete -c trogdor.sh -n 'not __fish_seen_subcommand_from agent agent-client client coordinator' -a agent
complete -c trogdor.sh -n 'not __fish_seen_subcommand_from agent agent-client client coordinator' -a agent-client
complete -c trogdor.sh -n 'not __fish_seen_subcommand_from agent agent-client client coordinator' -a client
complete -c trogdor.sh -n 'not __fish_seen_subcommand_from agent agent-client client coordinator' -a coordinator
complete -c trogdor.sh -n 'not __fish_seen_subcommand_from agent agent-client client coordinator' -l help
complete -c trogdor.sh -n 'not __fish_seen_subcommand_from agent agent-client client coordinator' -l version
complete -c trogdor.sh -n '__fish_seen_subcommand_from agent' -l agent.config -r -F
complete -c trogdor.sh -n '__fish_seen_subcommand_from agent' -l exec -x
complete -c trogdor.sh -n '__fish_seen_subcommand_from agent' -l help
complete -c trogdor.sh -n '__fish_seen_subcommand_from agent' -l node-name -x
complete -c trogdor.sh -n '__fish_seen_subcommand_from coordinator' -l coordinator.config -r -F
complete -c trogdor.sh -n '__fish_seen_subcommand_from coordinator' -l help
complete -c trogdor.sh -n '__fish_seen_subcommand_from coordinator' -l node-name -x
