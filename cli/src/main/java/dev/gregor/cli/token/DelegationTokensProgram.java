package dev.gregor.cli.token;

import dev.gregor.cli.Program;
import dev.gregor.cli.Streams;
import dev.gregor.cli.dropin.DropIn;
import dev.gregor.cli.dropin.KafkaText;
import dev.gregor.cli.dropin.OptionTable;
import dev.gregor.cli.dropin.ParsedOptions;
import dev.gregor.cli.dropin.UsageException;
import dev.gregor.protocol.ApiErrorException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** {@code kafka-delegation-tokens.sh}: brokers answer it on SASL listeners, and on TLS ones that know their clients. */
public final class DelegationTokensProgram implements Program {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final int[] WIDTHS = {15, 30, 15, 15, 25, 15, 15, 15};
    private static final List<String> HEADINGS =
            List.of("TOKENID", "HMAC", "OWNER", "REQUESTER", "RENEWERS", "ISSUEDATE", "EXPIRYDATE", "MAXDATE");

    /** The program's options. */
    public static OptionTable table() {
        return TokenOptions.table();
    }

    @Override
    public int run(Streams streams, String[] arguments) {
        return new DropIn(table(), streams).run(arguments, options -> run(streams.out(), options));
    }

    private static int run(PrintStream out, ParsedOptions options) {
        TokenOptions.check(options);
        try (var client =
                DropIn.connect(options.value("bootstrap-server").orElseThrow(), options.value("command-config"))) {
            var tokens = new Tokens(client);
            if (options.has("create")) {
                create(tokens, options, out);
            } else if (options.has("renew")) {
                renew(tokens, options, out);
            } else if (options.has("expire")) {
                expire(tokens, options, out);
            } else {
                describe(tokens, options, out);
            }
        } catch (ApiErrorException refused) {
            throw new IllegalStateException(KafkaText.exception(refused), refused);
        }
        return 0;
    }

    private static void create(Tokens tokens, ParsedOptions options, PrintStream out) {
        var renewers = principals(options, "renewer-principal");
        long maxLifetimeMs = number(options, "max-life-time-period");
        out.println("Calling create token operation with renewers :" + renewers + " , max-life-time-period :"
                + maxLifetimeMs);
        var owners = principals(options, "owner-principal");
        var token = tokens.create(
                renewers, owners.isEmpty() ? Optional.empty() : Optional.of(owners.get(0)), maxLifetimeMs);
        out.println("Created delegation token with tokenId : " + token.id());
        print(List.of(token), out);
    }

    private static void renew(Tokens tokens, ParsedOptions options, PrintStream out) {
        var hmac = hmac(options);
        long periodMs = number(options, "renew-time-period");
        out.println("Calling renew token operation with hmac :" + hmac + " , renew-time-period :" + periodMs);
        long expiryMs = tokens.renew(Base64.getDecoder().decode(hmac), periodMs);
        out.print("Completed renew operation. New expiry date : " + minute(expiryMs));
    }

    private static void expire(Tokens tokens, ParsedOptions options, PrintStream out) {
        var hmac = hmac(options);
        long periodMs = number(options, "expiry-time-period");
        out.println("Calling expire token operation with hmac :" + hmac + " , expire-time-period :" + periodMs);
        long expiryMs = tokens.expire(Base64.getDecoder().decode(hmac), periodMs);
        out.print("Completed expire operation. New expiry date : " + minute(expiryMs));
    }

    private static void describe(Tokens tokens, ParsedOptions options, PrintStream out) {
        var owners = principals(options, "owner-principal");
        out.println(
                owners.isEmpty()
                        ? "Calling describe token operation for current user."
                        : "Calling describe token operation for owners: " + owners);
        var found = tokens.describe(owners);
        out.print("Total number of tokens : " + found.size());
        print(found, out);
    }

    private static List<Principal> principals(ParsedOptions options, String option) {
        var principals = new ArrayList<Principal>();
        for (var text : options.values(option)) {
            principals.add(Principal.parse(text));
        }
        return principals;
    }

    private static long number(ParsedOptions options, String option) {
        return options.longInteger(option).orElseThrow(() -> noValue(option));
    }

    private static String hmac(ParsedOptions options) {
        return options.value("hmac").orElseThrow(() -> noValue("hmac"));
    }

    private static UsageException noValue(String option) {
        return new UsageException("Option \"[" + option + "]\" has no value");
    }

    private static void print(List<Token> tokens, PrintStream out) {
        printRow(HEADINGS, out);
        for (var token : tokens) {
            printRow(
                    List.of(
                            token.id(),
                            token.hmac(),
                            token.owner().toString(),
                            token.requester().toString(),
                            token.renewers().toString(),
                            minute(token.issuedMs()),
                            minute(token.expiryMs()),
                            minute(token.maxMs())),
                    out);
        }
    }

    private static void printRow(List<String> cells, PrintStream out) {
        var line = new StringBuilder();
        for (int i = 0; i < WIDTHS.length; i++) {
            var cell = cells.get(i);
            line.append(i == 0 ? "" : " ").append(cell).append(" ".repeat(Math.max(0, WIDTHS[i] - cell.length())));
        }
        out.println();
        out.println(line);
    }

    private static String minute(long timeMs) {
        return MINUTE.format(Instant.ofEpochMilli(timeMs).atZone(ZoneId.systemDefault()));
    }
}
