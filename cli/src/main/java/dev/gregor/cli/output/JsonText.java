package dev.gregor.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads small JSON texts of our own (contexts, undo files): jackson takes 5 ms to wake up from an archive and 25 ms
 * without, this takes none. Objects become maps in their order, arrays lists, numbers longs or doubles; {@code null} is
 * refused, nothing we write holds it.
 */
public final class JsonText {
    private static final int HEX_DIGITS = 4;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException with the line and what was expected there */
    public static Object read(String text) {
        var reader = new JsonText(text);
        var value = reader.value();
        if (reader.next() != 0) {
            throw reader.expected("the end");
        }
        return value;
    }

    private Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        at++;
        if (next() == '}') {
            at++;
            return object;
        }
        while (true) {
            if (next() != '"') {
                throw expected("a name in quotes");
            }
            var name = string();
            take(':');
            object.put(name, value());
            if (endsWith('}')) {
                return object;
            }
        }
    }

    private List<Object> array() {
        var array = new ArrayList<Object>();
        at++;
        if (next() == ']') {
            at++;
            return array;
        }
        while (true) {
            array.add(value());
            if (endsWith(']')) {
                return array;
            }
        }
    }

    private boolean endsWith(char end) {
        if (next() == end) {
            at++;
            return true;
        }
        take(',');
        return false;
    }

    private String string() {
        var string = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char letter = text.charAt(at++);
            string.append(letter == '\\' ? escaped() : letter);
        }
        if (at >= text.length()) {
            throw expected("the closing quote");
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char letter = at < text.length() ? text.charAt(at++) : 0;
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> throw expected("an escape that JSON knows");
        };
    }

    private char unicode() {
        if (at + HEX_DIGITS <= text.length()) {
            try {
                char code = (char) Integer.parseInt(text, at, at + HEX_DIGITS, 16);
                at += HEX_DIGITS;
                return code;
            } catch (NumberFormatException notHex) {
                throw expected("four hexadecimal digits");
            }
        }
        throw expected("four hexadecimal digits");
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        var number = text.substring(start, at);
        try {
            if (number.indexOf('.') < 0 && number.indexOf('e') < 0 && number.indexOf('E') < 0) {
                return Long.parseLong(number);
            }
            return Double.parseDouble(number);
        } catch (NumberFormatException none) {
            at = start;
            throw expected("a value");
        }
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw expected("a value");
        }
        at += word.length();
        return value;
    }

    private void take(char letter) {
        if (next() != letter) {
            throw expected("'" + letter + "'");
        }
        at++;
    }

    /** The next letter that is no white space, not taken; 0 at the end. */
    private char next() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private IllegalArgumentException expected(String what) {
        int line = 1;
        for (int i = 0; i < Math.min(at, text.length()); i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return new IllegalArgumentException("line " + line + ": expected " + what);
    }
}
