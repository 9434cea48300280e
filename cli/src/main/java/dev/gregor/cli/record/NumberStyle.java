package dev.gregor.cli.record;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** How a number is printed. */
@FunctionalInterface
interface NumberStyle {
    /** In bits. */
    List<String> SIZES = List.of("4", "8", "16", "32", "64");

    void add(long number, ByteLine line);

    /** By rpk's names; decimal without one. */
    static Optional<NumberStyle> named(String name) {
        switch (name) {
            case "", "ascii", "number", "d" -> {
                return Optional.of((number, line) -> line.add(number));
            }
            case "bool" -> {
                return Optional.of((number, line) -> line.add(number != 0 ? "true" : "false"));
            }
            case "byte" -> {
                return Optional.of((number, line) -> line.add(new byte[] {(byte) number}));
            }
            default -> {
                return sized(name);
            }
        }
    }

    private static Optional<NumberStyle> sized(String name) {
        int digits = name.length();
        while (digits > 0 && Character.isDigit(name.charAt(digits - 1))) {
            digits--;
        }
        if (!SIZES.contains(name.substring(digits))) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(name.substring(digits));
        int bytes = bits / Byte.SIZE;
        return switch (name.substring(0, digits)) {
            case "hex" -> Optional.of((number, line) -> line.add(HexFormat.of().toHexDigits(number, bits / 4)));
            case "big" ->
                bytes == 0 ? Optional.empty() : Optional.of((number, line) -> line.add(packed(number, bytes, true)));
            case "little" ->
                bytes == 0 ? Optional.empty() : Optional.of((number, line) -> line.add(packed(number, bytes, false)));
            default -> Optional.empty();
        };
    }

    private static byte[] packed(long number, int size, boolean bigEndian) {
        var bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[bigEndian ? size - 1 - i : i] = (byte) (number >>> (Byte.SIZE * i));
        }
        return bytes;
    }
}
