package fr.mentoratdurgence.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The address of a list: where it stands and what was chosen to look at. An address can be kept and shared: it says what
 * is shown, never what was done.
 *
 * @param path   the page
 * @param chosen filters, order and pages, by the names of their parameters
 * @param anchor id of the part of the page to begin at; empty where it is the top
 */
public record ListAddress(String path, Map<String, String> chosen, String anchor) {

    /** The list with nothing chosen. */
    public static ListAddress of(String path) {
        return new ListAddress(path, Map.of(), "");
    }

    /** The same with one more choice; null and blank take it away. */
    public ListAddress with(String parameter, @Nullable Object choice) {
        Map<String, String> more = new LinkedHashMap<>(chosen);
        if (choice == null || choice.toString().isBlank()) {
            more.remove(parameter);
        } else {
            more.put(parameter, choice.toString());
        }
        return new ListAddress(path, more, anchor);
    }

    /** The same, to begin at this part of the page. */
    public ListAddress at(String part) {
        return new ListAddress(path, chosen, part);
    }

    @Override
    public String toString() {
        String query = chosen.entrySet().stream()
                .map(choice -> choice.getKey() + "=" + UriUtils.encode(choice.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return path + (query.isEmpty() ? "" : "?" + query) + (anchor.isEmpty() ? "" : "#" + anchor);
    }
}
