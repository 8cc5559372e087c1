package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.web.ListAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands above a list ({@code ui/lists :: above}): what it is narrowed by, its columns, the views that its reader
 * kept, and the file of what is shown.
 *
 * @param address what is shown now, columns too, without the page
 * @param views   of this reader
 * @param keep    where a view is kept
 */
public record ListHead(
        ListAddress address, List<ListFilter> filters, ListColumns columns, List<View> views, String keep) {
    /** Asks for the file of what is shown. */
    public static final String FILE = "fichier";

    /** A view that somebody kept; called by what it shows. */
    public record View(String id, String name, String href, boolean current) {}

    /** What is offered with the others. */
    public List<ListFilter> asked() {
        return filters.stream().filter(filter -> !filter.apart()).toList();
    }

    /** What else the address says, for the form to say again. */
    public Map<String, String> besides() {
        Map<String, String> besides = new LinkedHashMap<>(address.chosen());
        asked().forEach(filter -> besides.remove(filter.parameter()));
        besides.remove(ListColumns.PARAMETER);
        return besides;
    }

    /** Whether the reader has chosen something, so that the choice is not to be hidden. */
    public boolean narrowed() {
        return columns.inAddress() != null
                || asked().stream()
                        .anyMatch(filter ->
                                filter.none() != null && !filter.chosen().isEmpty());
    }

    /** Whether what is shown is no view that is kept. */
    public boolean fresh() {
        return views.stream().noneMatch(View::current);
    }

    /** Where the file of what is shown is. */
    public String file() {
        return address.with(FILE, "csv").toString();
    }
}
