package dev.gregor.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.PrintWriter;

/** Rows that are too many to keep, printed one by one as the same JSON array that {@link OutputOptions} prints. */
public final class JsonRows implements AutoCloseable {
    private final PrintWriter out;
    private final JsonFactory factory = new JsonFactory();
    private boolean begun;

    /** Prints the array's beginning. */
    public JsonRows(PrintWriter out) {
        this.out = out;
        out.print('[');
    }

    /** Prints one row. */
    public void add(Row row) {
        out.print(begun ? ",\n  " : "\n  ");
        begun = true;
        Json.print(out, factory, row);
    }

    /** Prints the array's end. */
    @Override
    public void close() {
        out.println(begun ? "\n]" : "]");
        out.flush();
    }
}
