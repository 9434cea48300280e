package dev.gregor.cli.completion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The script for zsh: for {@code source}, and as a file {@code _gregor} in {@code $fpath}. */
final class ZshScript {
    private static final String HEAD = """
            # zsh completion for gregor and the kafka-*.sh tools: source <(gregor completion zsh)
            # Made by 'gregor completion zsh'; changes belong in the commands.

            # What may follow the words of a command; 1 when there is no such command.
            _gregor_node() {
              case $1 in
            """;

    private static final String TAIL = """
                *) return 1 ;;
              esac
            }

            # What the option takes, in $kind; 1 when it is a flag or unknown.
            _gregor_takes() {
              [[ $takes == *" $1:"* ]] || return 1
              kind=${takes#*" $1:"}
              kind=${kind%% *}
            }

            # The text of the file of contexts, in $text.
            _gregor_context_file() {
              local file=${GREGOR_CONFIG:-${XDG_CONFIG_HOME:-$HOME/.config}/gregor/contexts.json}
              text=
              [[ -r $file ]] && text=$(<$file)
            }

            # The folder with the names of the cluster that the line means, in $folder; has it refreshed when it is old.
            _gregor_folder() {
              local i text context= address= config= key now asked=0 match mbegin mend
              local -a connection
              for ((i = 2; i < CURRENT; i++)); do
                case $words[i] in
                  --context=*) context=${words[i]#*=} ;;
                  --bootstrap-server=* | --broker-list=*) address=${words[i]#*=} ;;
                  --command-config=* | --*.config=*) config=${words[i]#*=} ;;
                  --context) context=$words[i+1] ;;
                  -b | --bootstrap-server) address=$words[i+1] ;;
                  --broker-list) [[ $words[i+1] == *:* ]] && address=$words[i+1] ;;
                  --command-config | --*.config) config=$words[i+1] ;;
                esac
              done
              [[ -n $context ]] && connection+=(--context $context)
              [[ -n $address ]] && connection+=(--bootstrap-server $address)
              [[ -n $config ]] && connection+=(--command-config $config)
              if [[ -z $context$address ]]; then
                context=$GREGOR_CONTEXT address=$GREGOR_BOOTSTRAP_SERVER
                if [[ -z $context$address ]]; then
                  _gregor_context_file
                  if [[ $text =~ '"current"[[:space:]]*:[[:space:]]*"([A-Za-z0-9._-]+)"' ]]; then
                    context=$match[1]
                  fi
                fi
                [[ -z $context$address ]] && address=localhost:9092
              fi
              key=${context:+context.$context}${address:+at.$address}${config:+with.$config}
              key=${key//[^A-Za-z0-9._,-]/_}
              key=${key[1,200]}
              folder=${XDG_CACHE_HOME:-$HOME/.cache}/gregor/names/$key
              [[ -r $folder/asked ]] && asked=$(<$folder/asked)
              asked=${asked//[^0-9]/}
              zmodload -i zsh/datetime 2>/dev/null
              now=${EPOCHSECONDS:-$(date +%s)}
              if (( now - ${asked:-0} >= FRESH || now < ${asked:-0} )); then
                _gregor_refresh
              fi
            }

            # Starts the refresh and does not wait for it; the subshell keeps it out of the list of jobs.
            _gregor_refresh() {
              mkdir -p $folder 2>/dev/null && { print -r -- $now >$folder/asked } 2>/dev/null || return 0
              (
                program=$(whence -p -- ${~${(Q)words[1]}})
                [[ $program == */* ]] && program=${program:h}/gregor
                [[ -x $program ]] || program=gregor
                $program __complete refresh $key $connection </dev/null &>/dev/null &
              ) 2>/dev/null
            }

            # What stands for $file, the names or the configs of the kind of entity that the line names: another file, or $names.
            _gregor_of_entity() {
              local i entity=$places[1]
              case $entity in # gregor config names them in the singular
                topic|broker|group) entity+=s ;;
                logger) entity=broker-loggers ;;
                metrics) entity=client-metrics ;;
              esac
              for ((i = 2; i < CURRENT; i++)); do
                case $words[i] in
                  --entity-type=*) entity=${words[i]#*=} ;;
                  --entity-type) entity=$words[i+1] ;;
                  --topic | --topic=*) entity=topics ;;
                  --broker | --broker=* | --broker-defaults) entity=brokers ;;
                  --user | --user=* | --user-defaults) entity=users ;;
                  --client | --client=* | --client-defaults) entity=clients ;;
                  --ip | --ip=* | --ip-defaults) entity=ips ;;
                  --group | --group=*) entity=groups ;;
                  --client-metrics | --client-metrics=*) entity=client-metrics ;;
                  --broker-logger | --broker-logger=*) entity=broker-loggers ;;
                esac
              done
              case $file.$entity in
                entity-names.(topics|groups)) file=$entity ;;
                entity-names.(brokers|broker-loggers)) file=brokers ;;
                entity-configs.(topics|)) file=topic-configs ;;
                entity-configs.brokers) file=broker-configs ;;
                entity-configs.users) file= names=(CONFIGS_OF_USERS) ;;
                entity-configs.clients) file= names=(CONFIGS_OF_CLIENTS) ;;
                entity-configs.ips) file= names=(CONFIGS_OF_IPS) ;;
                entity-configs.groups) file= names=(CONFIGS_OF_GROUPS) ;;
                entity-configs.client-metrics) file= names=(CONFIGS_OF_CLIENT_METRICS) ;;
                *) file= ;;
              esac
            }

            # Offers what $1 stands for.
            _gregor_values() {
              local folder= text= file match mbegin mend
              local -a names suffix
              case $1 in
                @files) _files; return ;;
                @contexts)
                  _gregor_context_file
                  while [[ $text =~ '"([A-Za-z0-9._-]+)"[[:space:]]*:[[:space:]]*[{](.*)' ]]; do
                    text=$match[2]
                    [[ $match[1] == (contexts|properties) ]] || names+=($match[1])
                  done
                  compadd -a names
                  ;;
                @addresses,) # of every cluster known: the line does not say yet which one it means
                  compset -P '*,'
                  for file in ${XDG_CACHE_HOME:-$HOME/.cache}/gregor/names/*/addresses(N); do
                    names+=(${(f)"$(<$file)"})
                  done
                  compadd -a names
                  ;;
                @*)
                  [[ $1 == *= ]] && suffix=(-q -S =)
                  [[ $1 == (*,|@entity-configs*) ]] && compset -P '*,'
                  file=${${1#@}%[=,]}
                  [[ $file == entity-* ]] && _gregor_of_entity
                  if [[ -n $file ]]; then
                    _gregor_folder
                    [[ -r $folder/$file ]] && names=(${(f)"$(<$folder/$file)"})
                  fi
                  compadd $suffix -a names
                  ;;
                -) return 1 ;;
                *) names=(${(s:,:)1}); compadd -a names ;;
              esac
            }

            _gregor() {
              local node=${words[1]:t} current=$words[CURRENT] takes args word kind
              local -a subs options places kinds
              integer i=2 none=1
              _gregor_node $node || return 1
              while (( i < CURRENT )); do
                word=$words[i]
                case $word in
                  --*=*) ;;
                  -*) _gregor_takes $word && (( ++i )) ;;
                  *) if _gregor_node "$node $word"; then node="$node $word"; else places+=($word); fi ;;
                esac
                (( ++i ))
              done
              if (( i > CURRENT )); then
                _gregor_values $kind
              elif [[ $current == --*=* ]]; then
                _gregor_takes ${current%%=*} && compset -P 1 '*=' && _gregor_values $kind
              elif [[ $current == -* ]]; then
                _describe -o option options
              else
                (( $#subs )) && _describe command subs && none=0
                kinds=(${=args}) # one for each place, the last also for those that follow
                i=$(( $#places < $#kinds ? $#places + 1 : $#kinds ))
                [[ -n $args ]] && _gregor_values $kinds[i] && none=0
                (( none )) && [[ -z $current$subs ]] && _describe -o option options
                return none
              fi
            }

            if [[ $funcstack[1] = _gregor ]]; then
              _gregor "$@"
            else
              (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
              compdef _gregor PROGRAMS
            fi
            """;

    private ZshScript() {}

    static String of(List<CompletionNode> nodes) {
        var programs = new TreeSet<String>();
        nodes.forEach(node -> programs.add(node.program()));
        var script = new StringBuilder("#compdef ")
                .append(String.join(" ", programs))
                .append('\n')
                .append(HEAD);
        nodes.forEach(node -> appendCase(script, node));
        return script.append(EntityKinds.fill(TAIL)
                        .replace("FRESH", String.valueOf(NameCache.FRESH_SECONDS))
                        .replace("PROGRAMS", String.join(" ", programs)))
                .toString();
    }

    private static void appendCase(StringBuilder script, CompletionNode node) {
        var subs = new ArrayList<String>();
        node.commands().forEach(child -> subs.add(described(child.name(), child.description())));
        var options = new ArrayList<String>();
        var takes = new StringBuilder();
        for (var option : node.options()) {
            options.add(described(option.longest(), option.description()));
            if (!option.isFlag()) {
                option.names()
                        .forEach(name -> takes.append(' ')
                                .append(name)
                                .append(':')
                                .append(option.values().code()));
            }
        }
        script.append("    '").append(node.line()).append("')\n");
        append(script, "subs", subs);
        script.append("      args='")
                .append(
                        node.arguments() instanceof Values.Anything
                                ? ""
                                : node.arguments().code())
                .append("'\n");
        append(script, "options", options);
        script.append("      takes='")
                .append(takes)
                .append(takes.isEmpty() ? "" : " ")
                .append("'\n      ;;\n");
    }

    private static String described(String name, String description) {
        var text = description.isEmpty() ? name : name + ":" + description;
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static void append(StringBuilder script, String variable, Collection<String> values) {
        script.append("      ")
                .append(variable)
                .append("=(")
                .append(String.join(" ", values))
                .append(")\n");
    }
}
