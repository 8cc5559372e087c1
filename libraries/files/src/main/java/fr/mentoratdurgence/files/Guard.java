package fr.mentoratdurgence.files;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/**
 * Counts what is read before the parser builds anything of it: a line of a million semicolons would be a million cells.
 * Knows quotes as the parser does.
 */
final class Guard extends Reader {
    private final Reader text;
    private final char separator;
    private int lines = 1;
    private int columns = 1;
    private int length;
    private int blanks;
    private boolean quoted;
    private boolean closed;

    /** More than a file may have. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1;
        private final transient FileRefused refused;

        Exceeded(String key, Object... args) {
            this.refused = new FileRefused(key, args);
        }

        FileRefused refused() {
            return refused;
        }
    }

    /** A quote was opened and nothing closes it. */
    static final class QuoteOpen extends IOException {
        private static final long serialVersionUID = 1;
    }

    Guard(String text, char separator) {
        this.text = new StringReader(text);
        this.separator = separator;
    }

    @Override
    public int read(char[] buffer, int offset, int most) throws IOException {
        int read = text.read(buffer, offset, most);
        for (int i = offset; i < offset + read; i++) {
            count(buffer[i]);
        }
        return read;
    }

    private void count(char sign) throws IOException {
        if (length == 0 && !quoted && isBlank(sign)) {
            blanks++;
            check();
            return;
        }
        if (sign == '"' && (length == 0 || quoted || closed)) {
            // doubled inside a quoted cell, it is a sign like others
            boolean opens = !quoted;
            closed = quoted;
            quoted = opens;
            length++;
            return;
        }
        closed = false;
        if (sign == '\n') {
            lines++;
        }
        if (!quoted && sign == separator) {
            columns++;
            length = 0;
            blanks = 0;
        } else if (!quoted && (sign == '\n' || sign == '\r')) {
            columns = 1;
            length = 0;
            blanks = 0;
        } else {
            length++;
        }
        check();
    }

    /** What the parser passes over before a cell. */
    private boolean isBlank(char sign) {
        return sign != separator && sign != '\n' && sign != '\r' && Character.isWhitespace(sign);
    }

    private void check() throws IOException {
        if (lines > Limits.LINES) {
            throw new Exceeded("fichier.trop-de-lignes", Limits.LINES);
        }
        if (columns > Limits.COLUMNS) {
            throw new Exceeded("fichier.trop-de-colonnes", lines, Limits.COLUMNS);
        }
        if (length + blanks > Limits.CELL) {
            if (quoted) {
                throw new QuoteOpen();
            }
            throw new Exceeded("fichier.case-longue", lines, Limits.CELL);
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
