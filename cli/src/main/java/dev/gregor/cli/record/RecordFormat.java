package dev.gregor.cli.record;

import java.util.List;

/**
 * A format string: how a record is printed. rpk's and kcat's verbs, as both have them:
 *
 * <pre>
 * %t topic   %p partition   %o offset   %k key   %v or %s value   %T or %d timestamp   %e leader epoch
 * %K and %V or %S lengths of key and value, -1 for null   %R the value's length as kcat packs it   %H number of headers
 * %h headers as name=value,name=value (kcat)   %h{%k=%v\n} one after the other, each in its own format (rpk)
 * %i number of the record, from 1   %[ log start offset   %] log end offset   %% %{ %} the signs themselves
 * \n \t \r \\ \xNN
 *
 * after %k %v %s %t, and inside %h{}:  {hex} {base64} {base64raw} {json} {unpack[...]}
 * after a number:                      {ascii} {hex64} {hex32} {hex16} {hex8} {hex4} {big64} ... {little8} {byte} {bool}
 * after %T and %d:                     {iso} {strftime[...]} {go[...]}, and what may follow a number
 * </pre>
 *
 * <p>The dialects differ in one verb: {@code %T} is the timestamp as in kcat; rpk's, the topic's length, is {@code %t{length}}.
 */
public final class RecordFormat {
    private final List<Part> parts;

    RecordFormat(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** @throws FormatException pointing at what cannot be read */
    public static RecordFormat of(String format) {
        return new FormatReader(format).read();
    }

    /** Adds the record in this format. */
    public void add(PrintedRecord record, ByteLine line) {
        for (var part : parts) {
            part.add(record, line);
        }
    }

    /** A piece of the format. */
    @FunctionalInterface
    interface Part {
        void add(PrintedRecord record, ByteLine line);
    }
}
