package fr.mentoratdurgence.files;

import fr.mentoratdurgence.typed.Typed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One row of a file.
 *
 * @param line line of the file on which the row begins
 * @param cells what stands in the known columns, as written
 * @param problems cells with signs that nobody can read: such a row must not be taken as it stands
 */
public record Row(long line, Map<String, String> cells, List<CellProblem> problems) {
    /** {@code ="0639982099"}, {@code '0639982099}: how a spreadsheet is kept from counting with figures. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("^(?:=\"(.*)\"|'(?=[0-9+])(.*))$");

    private static final Pattern BETWEEN = Pattern.compile("[|;,\\r\\n]+");

    /** The cell's text on one line, as it was meant; empty where the column is missing or the row is too short. */
    public String get(Column column) {
        String text = Typed.text(cells.get(column.name()));
        return KEPT_AS_TEXT.matcher(text).replaceFirst("$1$2");
    }

    /** The items of a cell that holds several, between {@code |}, semicolons, commas or line breaks. */
    public List<String> list(Column column) {
        return Arrays.stream(BETWEEN.split(cells.getOrDefault(column.name(), ""), -1))
                .map(Typed::text)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
