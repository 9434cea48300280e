package dev.gregor.cli.record;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** How bytes are printed. */
@FunctionalInterface
interface ByteStyle {
    void add(byte[] bytes, ByteLine line);

    /** By rpk's names; as they are without one. */
    static Optional<ByteStyle> named(String name) {
        return switch (name) {
            case "" -> Optional.of((bytes, line) -> line.add(bytes));
            case "hex" -> Optional.of((bytes, line) -> line.add(HexFormat.of().formatHex(bytes)));
            case "base64" ->
                Optional.of((bytes, line) -> line.add(Base64.getEncoder().encode(bytes)));
            case "base64raw" ->
                Optional.of((bytes, line) ->
                        line.add(Base64.getEncoder().withoutPadding().encode(bytes)));
            case "json" ->
                Optional.of((bytes, line) -> line.add("\"")
                        .add(JsonStringEncoder.getInstance().quoteAsUTF8(new String(bytes, StandardCharsets.UTF_8)))
                        .add("\""));
            default ->
                name.startsWith("unpack") ? Delimited.after("unpack", name).map(Unpack::of) : Optional.empty();
        };
    }
}
