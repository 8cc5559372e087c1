package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a list, of which its reader chooses; what a row is and why it is there always stands.
 *
 * @param all   in the order in which they stand
 * @param shown codes of those that are shown
 */
public record ListColumns(List<Column> all, Set<String> shown) {
    /** Names them in the address, between commas. */
    public static final String PARAMETER = "colonnes";

    private static final ListColumns NONE = new ListColumns(List.of(), Set.of());

    /**
     * One column.
     *
     * @param code  as the address says it
     * @param usual whether it is shown to who has chosen nothing
     */
    public record Column(String code, String label, boolean usual) {}

    /** A list whose columns are not chosen. */
    public static ListColumns none() {
        return NONE;
    }

    /**
     * Columns whose words stand under {@code <prefix><code>}.
     *
     * @param usual codes of what is shown to who has chosen nothing
     * @param more  codes of what can be shown besides
     * @param asked codes that the address names; what is no column is passed over
     */
    public static ListColumns of(
            Texts texts, String prefix, List<String> usual, List<String> more, @Nullable List<String> asked) {
        List<Column> all = Stream.concat(usual.stream(), more.stream())
                .map(code -> new Column(code, texts.of(prefix + code), usual.contains(code)))
                .toList();
        Set<String> known = all.stream()
                .map(Column::code)
                .filter(code -> asked != null && asked.contains(code))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new ListColumns(all, known.isEmpty() ? new LinkedHashSet<>(usual) : known);
    }

    /** Whether this one is shown. */
    public boolean has(String code) {
        return shown.contains(code);
    }

    /** Those that are shown, in their order. */
    public List<Column> chosen() {
        return all.stream().filter(column -> has(column.code())).toList();
    }

    /** As the address says it; nothing where it need not. */
    public @Nullable String inAddress() {
        boolean usual = all.stream().allMatch(column -> column.usual() == has(column.code()));
        return usual ? null : chosen().stream().map(Column::code).collect(Collectors.joining(","));
    }
}
