package dev.gregor.cli.completion;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The script for fish, in fish's own way: each option declared with what it takes, and described. */
final class FishScript {
    private static final String HEAD = """
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
                string match -rag '"([A-Za-z0-9._-]+)"\\s*:\\s*\\{' <$file | string match -rv '^(contexts|properties)$'
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
                        and set context (string match -rg '"current"\\s*:\\s*"([A-Za-z0-9._-]+)"' <$file)
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
                if test (math $now - $asked) -ge FRESH; or test $now -lt $asked
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
                        string split ' ' 'CONFIGS_OF_USERS'
                    case entity-configs.clients
                        string split ' ' 'CONFIGS_OF_CLIENTS'
                    case entity-configs.ips
                        string split ' ' 'CONFIGS_OF_IPS'
                    case entity-configs.groups
                        string split ' ' 'CONFIGS_OF_GROUPS'
                    case entity-configs.client-metrics
                        string split ' ' 'CONFIGS_OF_CLIENT_METRICS'
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
                        string replace -rf "^($begins.*)\\$" $before'$1'$after\\tconfig -- $found
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
                    and string replace -rf "^($begins.*)\\$" $before'$1'$after\\t$kind <$file
                end
            end

            """;

    private FishScript() {}

    static String of(List<CompletionNode> nodes) {
        var script =
                new StringBuilder(EntityKinds.fill(HEAD).replace("FRESH", String.valueOf(NameCache.FRESH_SECONDS)));
        Set<String> programs = new TreeSet<>();
        nodes.forEach(node -> programs.add(node.program()));
        for (var program : programs) {
            script.append("complete -c ").append(program).append(" -f\n");
        }
        nodes.forEach(node -> append(script, node, condition(node)));
        return script.toString();
    }

    private static void append(StringBuilder script, CompletionNode node, String condition) {
        var start = "complete -c " + node.program() + condition;
        for (var child : node.commands()) {
            script.append(start).append(" -a ").append(child.name()).append(described(child.description()));
        }
        for (var option : node.options()) {
            script.append(start);
            for (var name : option.names()) {
                script.append(declared(name));
            }
            if (!option.isFlag()) {
                script.append(option.values() instanceof Values.Files ? " -r -F" : " -x");
                script.append(candidates(option.values()));
            }
            script.append(described(option.description()));
        }
        if (node.arguments() instanceof Values.InTurn turn) {
            int words = node.line().split(" ").length;
            for (int i = 0; i < turn.places().size(); i++) {
                boolean isLast = i == turn.places().size() - 1;
                var place = "; and __gregor_place " + words + " " + i + (isLast ? " on'" : "'");
                appendArguments(script, start.substring(0, start.length() - 1) + place, turn.at(i));
            }
        } else {
            appendArguments(script, start, node.arguments());
        }
    }

    private static void appendArguments(StringBuilder script, String start, Values values) {
        if (values instanceof Values.Files) {
            script.append(start).append(" -F\n");
        } else if (!(values instanceof Values.Anything)) {
            script.append(start).append(candidates(values)).append('\n');
        }
    }

    private static String declared(String name) {
        if (name.startsWith("--")) {
            return " -l " + name.substring(2);
        }
        return (name.length() == 2 ? " -s " : " -o ") + name.substring(1); // -o: one dash, several letters
    }

    /** In Kafka's tools options stand before the sub-command as well as after it. */
    private static String condition(CompletionNode node) {
        if (node.program().equals("gregor")) {
            var asks = node.commands().isEmpty() ? "__gregor_in" : "__gregor_at";
            return " -n '" + node.line().replaceFirst("gregor", asks) + "'";
        }
        if (!node.words().isEmpty()) {
            return " -n '__fish_seen_subcommand_from " + node.words() + "'";
        }
        var commands = new StringBuilder();
        node.commands().forEach(child -> commands.append(' ').append(child.name()));
        return commands.isEmpty() ? "" : " -n 'not __fish_seen_subcommand_from" + commands + "'";
    }

    private static String candidates(Values values) {
        if (values.source().isPresent()) {
            var source = values.source().get() + " " + values.suffix().text();
            return " -a '(__gregor_names " + source.strip() + ")'";
        }
        if (values instanceof Values.Words words) {
            return " -a '" + String.join(" ", words.words()) + "'";
        }
        return values instanceof Values.Contexts ? " -a '(__gregor_contexts)'" : "";
    }

    private static String described(String description) {
        return (description.isEmpty()
                        ? ""
                        : " -d '" + description.replace("\\", "\\\\").replace("'", "\\'") + "'") + "\n";
    }
}
