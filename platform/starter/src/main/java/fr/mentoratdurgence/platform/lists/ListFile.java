package fr.mentoratdurgence.platform.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.files.WrittenTable;
import fr.mentoratdurgence.platform.lists.ListColumns.Column;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** A list as a file for spreadsheets: the same filters, columns and order as on the page, and all of its pages. */
public final class ListFile implements View {
    private final String name;
    private final String text;

    private ListFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** Whether the address asks for the file. */
    public static boolean asked(@Nullable String format) {
        return "csv".equals(format);
    }

    /**
     * The file.
     *
     * @param name    of the file, without what it ends with
     * @param always  columns that always stand, first
     * @param columns of the page
     * @param cell    what stands in a row under the code of a column
     */
    public static <R> ModelAndView of(
            String name, List<Column> always, ListColumns columns, List<R> rows, BiFunction<R, String, String> cell) {
        List<Column> all =
                Stream.concat(always.stream(), columns.chosen().stream()).toList();
        Stream<List<String>> head = Stream.of(all.stream().map(Column::label).toList());
        Stream<List<String>> body = rows.stream()
                .map(row -> all.stream()
                        .map(column -> cell.apply(row, column.code()))
                        .toList());
        return new ModelAndView(
                new ListFile(name, WrittenTable.of(Stream.concat(head, body).toList())));
    }

    @Override
    public String getContentType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(getContentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(text.getBytes(UTF_8));
    }
}
