package dev.gregor.cli.console;

import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/** Tells JLine where a line's words are, and when a line goes on in the next. */
final class ConsoleParser implements Parser {
    private final DefaultParser words = new DefaultParser();

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        boolean asksForMore = context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT;
        if (asksForMore && !line.startsWith("!")) {
            try {
                ConsoleLine.parse(line);
            } catch (ConsoleLine.IncompleteException incomplete) {
                throw new EOFError(-1, cursor, "the line goes on", incomplete.missing());
            } catch (IllegalArgumentException meaningless) {
                // Said when it is run.
            }
        }
        // Never EOFError here: the braces and quotes have been looked at.
        return words.parse(line, cursor, context == ParseContext.COMPLETE ? context : ParseContext.UNSPECIFIED);
    }

    @Override
    public boolean isEscapeChar(char letter) {
        return letter == '\\';
    }

    @Override
    public boolean validCommandName(String name) {
        return true;
    }
}
