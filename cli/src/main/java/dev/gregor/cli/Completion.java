package dev.gregor.cli;

import dev.gregor.cli.brokers.BrokerApiVersionsProgram;
import dev.gregor.cli.consume.ConsoleConsumerProgram;
import dev.gregor.cli.consume.ConsoleShareConsumerProgram;
import dev.gregor.cli.perf.ConsumerPerfTestProgram;
import dev.gregor.cli.perf.EndToEndLatencyProgram;
import dev.gregor.cli.perf.ShareConsumerPerfTestProgram;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.produce.ConsoleProducerProgram;
import dev.gregor.cli.topic.TopicsProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine;

/**
 * Completion scripts for bash, zsh and fish, made from the commands' own models: nouns, verbs and options of {@code
 * gregor}, options of the drop-ins. The scripts hold words only and start nothing, so TAB never waits.
 */
final class Completion {
    /** The shells a script is made for. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    /** What may follow a line's first words: {@code words} is empty for the program itself. */
    private record Node(String program, String words, List<String> candidates) {}

    private Completion() {}

    /** The drop-ins whose options are completed. A new one is a line here. */
    static List<OptionTable> dropIns() {
        return List.of(
                TopicsProgram.table(),
                BrokerApiVersionsProgram.table(),
                ConsoleProducerProgram.table(),
                ConsoleConsumerProgram.table(),
                ConsoleShareConsumerProgram.table(),
                ConsumerPerfTestProgram.table(),
                EndToEndLatencyProgram.table(),
                ShareConsumerPerfTestProgram.table());
    }

    static String script(Shell shell) {
        var nodes = new ArrayList<Node>();
        collect(CommandTree.whole(), "", nodes);
        for (var table : dropIns()) {
            var options = new TreeSet<String>();
            table.options().forEach(option -> options.add("--" + option.name()));
            nodes.add(new Node(table.program(), "", List.copyOf(options)));
        }
        return switch (shell) {
            case bash -> bash(nodes);
            case zsh -> zsh(nodes);
            case fish -> fish(nodes);
        };
    }

    private static void collect(CommandLine command, String words, List<Node> nodes) {
        var candidates = new TreeSet<String>();
        for (var option : command.getCommandSpec().options()) {
            candidates.add(option.longestName());
        }
        candidates.addAll(command.getSubcommands().keySet());
        nodes.add(new Node("gregor", words, List.copyOf(candidates)));
        command.getSubcommands()
                .forEach((name, child) -> collect(child, words.isEmpty() ? name : words + " " + name, nodes));
    }

    private static List<String> programs(List<Node> nodes) {
        var programs = new TreeSet<String>();
        nodes.forEach(node -> programs.add(node.program()));
        return List.copyOf(programs);
    }

    private static void appendCases(StringBuilder script, List<Node> nodes) {
        for (var node : nodes) {
            script.append("    '")
                    .append((node.program() + " " + node.words()).strip())
                    .append("') candidates='")
                    .append(String.join(" ", node.candidates()))
                    .append("' ;;\n");
        }
    }

    private static String bash(List<Node> nodes) {
        var script = new StringBuilder("""
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
                """);
        appendCases(script, nodes);
        script.append("""
                  esac
                  COMPREPLY=($(compgen -W "$candidates" -- "$current"))
                }
                """);
        return script.append("complete -o default -F _gregor ")
                .append(String.join(" ", programs(nodes)))
                .append('\n')
                .toString();
    }

    private static String zsh(List<Node> nodes) {
        var script = new StringBuilder("#compdef ")
                .append(String.join(" ", programs(nodes)))
                .append("""

                        # zsh completion for gregor and the kafka-*.sh tools: source <(gregor completion zsh)
                        # Made by 'gregor completion zsh'; changes belong in the commands.
                        _gregor() {
                          local line=${words[1]:t} word candidates=
                          if [[ $line = gregor ]]; then
                            for word in "${(@)words[2,CURRENT-1]}"; do
                              case $word in -*) break ;; *) line="$line $word" ;; esac
                            done
                          fi
                          case $line in
                        """);
        appendCases(script, nodes);
        script.append("""
                  esac
                  compadd -- ${=candidates}
                  [[ -z $candidates || ${words[CURRENT]} != -* ]] && _files
                }
                """);
        return script.append("compdef _gregor ")
                .append(String.join(" ", programs(nodes)))
                .append('\n')
                .toString();
    }

    private static String fish(List<Node> nodes) {
        var script = new StringBuilder("""
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
                """);
        for (var node : nodes) {
            script.append("complete -c ").append(node.program());
            if (node.program().equals("gregor")) {
                script.append(" -n '__gregor_at")
                        .append(node.words().isEmpty() ? "" : " " + node.words())
                        .append("'");
            }
            script.append(" -a '").append(String.join(" ", node.candidates())).append("'\n");
        }
        return script.toString();
    }
}
