package dev.gregor.cli.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say whose quotas are meant. */
final class QuotaTarget {
    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "A user, without 'User:'; " + QuotaEntity.DEFAULT + ": all that have no quota of their own.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--client-id", paramLabel = "ID", description = "A client id; with --user: of that user's.")
    private Optional<String> clientId = Optional.empty();

    @Option(names = "--ip", paramLabel = "ADDRESS", description = "An address.")
    private Optional<String> ip = Optional.empty();

    /** The entity; empty when the line says none. */
    Optional<QuotaEntity> entity() {
        var parts = new ArrayList<QuotaEntity.Part>();
        add(parts, QuotaEntity.USER, user);
        add(parts, QuotaEntity.CLIENT_ID, clientId);
        add(parts, QuotaEntity.IP, ip);
        return parts.isEmpty() ? Optional.empty() : Optional.of(new QuotaEntity(parts));
    }

    /** The entity of a line that must say one; an address stands alone. */
    static QuotaEntity required(QuotaTarget target, CommandLine line) {
        if (target.ip.isPresent() && (target.user.isPresent() || target.clientId.isPresent())) {
            throw new ParameterException(line, "--ip stands alone: quotas of addresses know no users");
        }
        return target.entity()
                .orElseThrow(() -> new ParameterException(line, "whose? --user, --client-id or --ip is missing"));
    }

    /** What must hold of entities the line asks for. */
    List<Quotas.Component> components() {
        var components = new ArrayList<Quotas.Component>();
        entity().ifPresent(entity -> components.addAll(components(entity)));
        return components;
    }

    static List<Quotas.Component> components(QuotaEntity entity) {
        var components = new ArrayList<Quotas.Component>();
        for (var part : entity.parts()) {
            components.add(
                    new Quotas.Component(part.kind(), Optional.of(part.name().orElse(""))));
        }
        return components;
    }

    private static void add(List<QuotaEntity.Part> parts, String kind, Optional<String> name) {
        name.ifPresent(given -> parts.add(
                new QuotaEntity.Part(kind, given.equals(QuotaEntity.DEFAULT) ? Optional.empty() : Optional.of(given))));
    }

    /** {@code user alice, client-id shop}. */
    static String text(QuotaEntity entity) {
        var text = new StringBuilder();
        for (var part : entity.parts()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(part.kind())
                    .append(' ')
                    .append(part.name().orElse(QuotaEntity.DEFAULT));
        }
        return text.toString();
    }

    /** The words of a line that mean this entity. */
    static List<String> words(QuotaEntity entity) {
        var words = new ArrayList<String>();
        for (var part : entity.parts()) {
            words.add("--" + part.kind());
            words.add(part.name().orElse(QuotaEntity.DEFAULT));
        }
        return words;
    }
}
