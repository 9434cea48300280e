package dev.gregor.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The script for bash. Live names are never handed to {@code compgen -W}, which would run the {@code $(…)} in a group's
 * name; they are sorted by bytes in the file, so the first that fits is found by halving, at 10,000 names in a few
 * milliseconds. Bash splits words at {@code =} and {@code :}; the script reads the line by itself.
 */
final class BashScript {
    private static final String HEAD = """
            # bash completion for gregor and the kafka-*.sh tools: source <(gregor completion bash)
            # Made by 'gregor completion bash'; changes belong in the commands.

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
              case $takes in
                *" $1:"*) kind=${takes#*" $1:"} kind=${kind%% *} ;;
                *) return 1 ;;
              esac
            }

            # The lines of a file, in $names.
            _gregor_read() {
              mapfile -t names <"$1" 2>/dev/null || IFS=$'\\n' read -r -d '' -a names <"$1"
            }

            # The current context by the file of contexts, in $context.
            _gregor_current_context() {
              local file=${GREGOR_CONFIG:-${XDG_CONFIG_HOME:-$HOME/.config}/gregor/contexts.json} text=
              [ -r "$file" ] && text=$(<"$file")
              if [[ $text =~ \\"current\\"[[:space:]]*:[[:space:]]*\\"([A-Za-z0-9._-]+)\\" ]]; then
                context=${BASH_REMATCH[1]}
              fi
            }

            # The names of all contexts, in $names.
            _gregor_contexts() {
              local file=${GREGOR_CONFIG:-${XDG_CONFIG_HOME:-$HOME/.config}/gregor/contexts.json} text=
              [ -r "$file" ] && text=$(<"$file")
              names=()
              while [[ $text =~ \\"([A-Za-z0-9._-]+)\\"[[:space:]]*:[[:space:]]*\\{(.*) ]]; do
                text=${BASH_REMATCH[2]}
                case ${BASH_REMATCH[1]} in contexts | properties) ;; *) names+=("${BASH_REMATCH[1]}") ;; esac
              done
              IFS=$'\\n' read -r -d '' -a names < <(printf '%s\\n' "${names[@]}" | sort)
            }

            # The folder with the names of the cluster that the line means, in $folder; has it refreshed when it is old.
            _gregor_folder() {
              local i context= address= config= key now asked=0
              for ((i = 1; i < ${#words[@]} - 1; i++)); do
                case ${words[i]} in
                  --context=*) context=${words[i]#*=} ;;
                  --bootstrap-server=* | --broker-list=*) address=${words[i]#*=} ;;
                  --command-config=* | --*.config=*) config=${words[i]#*=} ;;
                  --context) context=${words[i + 1]} ;;
                  -b | --bootstrap-server) address=${words[i + 1]} ;;
                  --broker-list) [[ ${words[i + 1]} == *:* ]] && address=${words[i + 1]} ;;
                  --command-config | --*.config) config=${words[i + 1]} ;;
                esac
              done
              local -a connection=()
              [ -n "$context" ] && connection+=(--context "$context")
              [ -n "$address" ] && connection+=(--bootstrap-server "$address")
              [ -n "$config" ] && connection+=(--command-config "$config")
              if [ -z "$context$address" ]; then
                context=$GREGOR_CONTEXT address=$GREGOR_BOOTSTRAP_SERVER
                [ -z "$context$address" ] && _gregor_current_context
                [ -z "$context$address" ] && address=localhost:9092
              fi
              key=${context:+context.$context}${address:+at.$address}${config:+with.$config}
              key=${key//[^A-Za-z0-9._,-]/_}
              key=${key:0:200}
              folder=${XDG_CACHE_HOME:-$HOME/.cache}/gregor/names/$key
              [ -r "$folder/asked" ] && read -r asked <"$folder/asked"
              asked=${asked//[!0-9]/}
              now=$EPOCHSECONDS
              [ -n "$now" ] || printf -v now '%(%s)T' -1 2>/dev/null || now=$(date +%s)
              if ((now - ${asked:-0} >= FRESH || now < ${asked:-0})); then
                _gregor_refresh
              fi
            }

            # Starts the refresh and does not wait for it; the subshell keeps it out of the list of jobs.
            _gregor_refresh() {
              mkdir -p "$folder" 2>/dev/null && printf '%s\\n' "$now" 2>/dev/null >"$folder/asked" || return
              (
                program=$(type -P -- "${words[0]/#\\~\\//$HOME/}")
                case $program in */*) program=${program%/*}/gregor ;; esac
                [ -x "$program" ] || program=gregor
                "$program" __complete refresh "$key" "${connection[@]}" </dev/null >/dev/null 2>&1 &
              ) 2>/dev/null
            }

            # The first of the sorted names that is not below $1; with a second word, the first that does not begin with $1 either.
            _gregor_bound() {
              local high=${#names[@]} middle
              bound=0
              while ((bound < high)); do
                middle=$(((bound + high) / 2))
                if [[ ${names[middle]} < $1 || -n $2 && ${names[middle]} == "$1"* ]]; then
                  bound=$((middle + 1))
                else
                  high=$middle
                fi
              done
            }

            # Adds the sorted names that begin with $2, between $1 and $3.
            _gregor_add() {
              local bound from i
              _gregor_bound "$2"
              from=$bound
              _gregor_bound "$2" past
              local -a fit=("${names[@]:from:bound - from}")
              ((${#fit[@]} == 0)) && return
              local IFS=/ # joins the names below; a character that needs no quotes
              if [[ "${fit[*]}" == *[!A-Za-z0-9._:/@%+=,-]* ]]; then
                for ((i = 0; i < ${#fit[@]}; i++)); do printf -v "fit[i]" %q "${fit[i]}"; done
              fi
              [ -n "$1" ] && fit=("${fit[@]/#/$1}")
              [ -n "$3" ] && fit=("${fit[@]/%/$3}")
              if ((${#COMPREPLY[@]})); then COMPREPLY+=("${fit[@]}"); else COMPREPLY=("${fit[@]}"); fi
            }

            # What stands for $file, the names or the configs of the kind of entity that the line names: another file, or $names.
            _gregor_of_entity() {
              local i entity=${places[0]}
              case $entity in # gregor config names them in the singular
                topic | broker | group) entity+=s ;;
                logger) entity=broker-loggers ;;
                metrics) entity=client-metrics ;;
              esac
              for ((i = 1; i < ${#words[@]} - 1; i++)); do
                case ${words[i]} in
                  --entity-type=*) entity=${words[i]#*=} ;;
                  --entity-type) entity=${words[i + 1]} ;;
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
                entity-names.topics | entity-names.groups) file=$entity ;;
                entity-names.brokers | entity-names.broker-loggers) file=brokers ;;
                entity-configs.topics | entity-configs.) file=topic-configs ;;
                entity-configs.brokers) file=broker-configs ;;
                entity-configs.users) file= names=(CONFIGS_OF_USERS) ;;
                entity-configs.clients) file= names=(CONFIGS_OF_CLIENTS) ;;
                entity-configs.ips) file= names=(CONFIGS_OF_IPS) ;;
                entity-configs.groups) file= names=(CONFIGS_OF_GROUPS) ;;
                entity-configs.client-metrics) file= names=(CONFIGS_OF_CLIENT_METRICS) ;;
                *) file= ;;
              esac
            }

            # Adds what $1 stands for and begins with $2.
            _gregor_values() {
              local prefix= current=$2 suffix= folder=
              local -a names=()
              case $1 in
                @files)
                  compopt -o filenames 2>/dev/null
                  IFS=$'\\n' read -r -d '' -a COMPREPLY < <(compgen -f -- "$current")
                  return
                  ;;
                @contexts) _gregor_contexts ;;
                @addresses,) # of every cluster known: the line does not say yet which one it means
                  [[ $current == *,* ]] && prefix=${current%,*}, && current=${current##*,}
                  for folder in "${XDG_CACHE_HOME:-$HOME/.cache}"/gregor/names/*/addresses; do
                    [ -r "$folder" ] && names+=($(<"$folder"))
                  done
                  IFS=$'\\n' read -r -d '' -a names < <(printf '%s\\n' "${names[@]}" | sort -u)
                  ;;
                @*)
                  local file=${1#@}
                  case $file in *=) suffix== ;; esac
                  case $file in
                    *, | entity-configs*) [[ $current == *,* ]] && prefix=${current%,*}, && current=${current##*,} ;;
                  esac
                  file=${file%[=,]}
                  [[ $file == entity-* ]] && _gregor_of_entity
                  if [ -n "$file" ]; then
                    _gregor_folder
                    [ -r "$folder/$file" ] && _gregor_read "$folder/$file"
                  fi
                  ;;
                -) return ;;
                *) IFS=, read -r -a names <<<"$1" ;;
              esac
              [ -n "$suffix" ] && compopt -o nospace 2>/dev/null
              _gregor_add "$prefix" "$current" "$suffix"
            }

            _gregor() {
              local line=${COMP_LINE:0:COMP_POINT} LC_ALL=C IFS=$' \\t\\n'
              local subs= options= takes= args= node word kind i=1
              local -a words names places=() kinds
              COMPREPLY=()
              read -r -a words <<<"$line"
              [[ $line == *[[:space:]] ]] && words+=('')
              local last=$((${#words[@]} - 1))
              local current=${words[last]}
              node=${words[0]##*/}
              _gregor_node "$node" || return 0
              kind=
              while ((i < last)); do
                word=${words[i]}
                case $word in
                  --*=*) ;;
                  -*) _gregor_takes "$word" && ((++i)) ;;
                  *) if _gregor_node "$node $word"; then node="$node $word"; else places+=("$word"); fi ;;
                esac
                ((++i))
              done
              local typed=$current opening=
              if ((i > last)); then
                _gregor_values "$kind" "$current"
              elif [[ $current == --*=* ]]; then
                opening=${current%%=*}=
                _gregor_takes "${current%%=*}" && _gregor_values "$kind" "${current#*=}"
              elif [[ $current == -* ]]; then
                names=($options)
                _gregor_add '' "$current" ''
              else
                names=($subs)
                _gregor_add '' "$current" ''
                kinds=($args) # one for each place, the last also for those that follow
                i=${#places[@]}
                ((i < ${#kinds[@]})) || i=$((${#kinds[@]} - 1))
                [ -n "$args" ] && _gregor_values "${kinds[i]}" "$current"
                if [ -z "$current$subs" ] && [ ${#COMPREPLY[@]} = 0 ]; then
                  COMPREPLY=($options)
                fi
              fi
              # readline replaces what follows the last of its word breaks.
              local breaks=
              [[ $COMP_WORDBREAKS == *:* ]] && breaks+=:
              [[ $COMP_WORDBREAKS == *=* ]] && breaks+==
              if [[ -n $breaks && $typed == *[$breaks]* ]]; then
                local kept=${typed%"${typed##*[$breaks]}"}
                [ -n "$opening" ] && kept=${kept#"$opening"}
                [ -n "$kept" ] && COMPREPLY=("${COMPREPLY[@]#"$kept"}")
              elif [ -n "$opening" ]; then
                COMPREPLY=("${COMPREPLY[@]/#/$opening}")
              fi
            }
            """;

    private BashScript() {}

    static String of(List<CompletionNode> nodes) {
        var script = new StringBuilder(HEAD);
        var programs = new TreeSet<String>();
        for (var node : nodes) {
            programs.add(node.program());
            appendCase(script, node);
        }
        return script.append(EntityKinds.fill(TAIL).replace("FRESH", String.valueOf(NameCache.FRESH_SECONDS)))
                .append("complete -F _gregor ")
                .append(String.join(" ", programs))
                .append('\n')
                .toString();
    }

    private static void appendCase(StringBuilder script, CompletionNode node) {
        var subs = new ArrayList<String>();
        node.commands().forEach(child -> subs.add(child.name()));
        var options = new ArrayList<String>();
        var takes = new StringBuilder();
        for (var option : node.options()) {
            options.add(option.longest());
            if (!option.isFlag()) {
                option.names()
                        .forEach(name -> takes.append(' ')
                                .append(name)
                                .append(':')
                                .append(option.values().code()));
            }
        }
        options.sort(null);
        script.append("    '").append(node.line()).append("')\n");
        append(script, "subs", String.join(" ", subs));
        append(
                script,
                "args",
                node.arguments() instanceof Values.Anything
                        ? ""
                        : node.arguments().code());
        append(script, "options", String.join(" ", options));
        append(script, "takes", takes.isEmpty() ? "" : takes + " ");
        script.append("      ;;\n");
    }

    private static void append(StringBuilder script, String variable, String value) {
        script.append("      ").append(variable).append("='").append(value).append("'\n");
    }
}
