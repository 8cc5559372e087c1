package fr.mentoratdurgence.files;

import java.util.List;

/** A row as it stands in a file, before anybody knows which column is which. */
record Written(long line, List<String> cells) {
    /** What old programs write behind the last line. */
    private static final int END_OF_FILE = 0x1A;

    boolean isBlank() {
        return cells.stream().allMatch(Written::isBlank);
    }

    private static boolean isBlank(String cell) {
        return cell.chars()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT
                        || c == END_OF_FILE);
    }
}
