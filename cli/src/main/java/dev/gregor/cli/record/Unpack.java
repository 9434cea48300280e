package dev.gregor.cli.record;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * rpk's {@code {unpack[...]}}: {@code <} little endian, {@code >} big endian (as it begins); {@code b B h H i I q Q} numbers of 8, 16, 32, 64
 * bits, the large letters without a sign; {@code x} passes over a byte, {@code c} and {@code .} print one, {@code s} prints the rest, {@code $}
 * asks for the end. What is too short prints nothing more.
 */
final class Unpack {
    private Unpack() {}

    static ByteStyle of(String layout) {
        return (bytes, line) -> unpack(layout, ByteBuffer.wrap(bytes), line);
    }

    private static void unpack(String layout, ByteBuffer bytes, ByteLine line) {
        for (int i = 0; i < layout.length(); i++) {
            char c = layout.charAt(i);
            int size = size(c);
            if (bytes.remaining() < size) {
                return;
            }
            switch (c) {
                case '<' -> bytes.order(ByteOrder.LITTLE_ENDIAN);
                case '>' -> bytes.order(ByteOrder.BIG_ENDIAN);
                case 'x' -> bytes.get();
                case 'c', '.' -> line.add(new byte[] {bytes.get()});
                case 'b' -> line.add(bytes.get());
                case 'B' -> line.add(Byte.toUnsignedInt(bytes.get()));
                case 'h' -> line.add(bytes.getShort());
                case 'H' -> line.add(Short.toUnsignedInt(bytes.getShort()));
                case 'i' -> line.add(bytes.getInt());
                case 'I' -> line.add(Integer.toUnsignedLong(bytes.getInt()));
                case 'q' -> line.add(bytes.getLong());
                case 'Q' -> line.add(Long.toUnsignedString(bytes.getLong()));
                case 's' -> {
                    var rest = new byte[bytes.remaining()];
                    bytes.get(rest);
                    line.add(rest);
                }
                case '$' -> {
                    if (bytes.hasRemaining()) {
                        line.add("<" + bytes.remaining() + " bytes left>");
                    }
                }
                default -> line.add(String.valueOf(c));
            }
        }
    }

    private static int size(char c) {
        return switch (c) {
            case 'x', 'c', '.', 'b', 'B' -> Byte.BYTES;
            case 'h', 'H' -> Short.BYTES;
            case 'i', 'I' -> Integer.BYTES;
            case 'q', 'Q' -> Long.BYTES;
            default -> 0;
        };
    }
}
