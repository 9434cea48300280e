package dev.gregor.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.PrintWriter;
import java.util.function.UnaryOperator;

/** Rows that are too many to keep, printed one by one as the same JSON array that {@link OutputOptions} prints. */
public final class JsonRows implements AutoCloseable {
    private final PrintWriter out;
    private final JsonFactory factory = new JsonFactory();
    private final UnaryOperator<Row> picked;
    private boolean begun;

    JsonRows(PrintWriter out) {
        this(out, row -> row);
    }

    /** @param picked what is printed of a row */
    JsonRows(PrintWriter out, UnaryOperator<Row> picked) {
        this.out = out;
        this.picked = picked;
        out.print('[');
    }

    /** Prints one row. */
    public void add(Row row) {
        out.print(begun ? ",\n  " : "\n  ");
        begun = true;
        Json.print(out, factory, picked.apply(row));
    }

    /** Prints the array's end. */
    @Override
    public void close() {
        out.println(begun ? "\n]" : "]");
        out.flush();
    }
}
