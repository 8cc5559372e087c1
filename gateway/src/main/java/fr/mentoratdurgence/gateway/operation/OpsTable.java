package fr.mentoratdurgence.gateway.operation;

import java.util.List;

/** A table whose rows become cards on a telephone. What is given is ready for a page. */
final class OpsTable {
    private final List<String> heads;
    private final StringBuilder html = new StringBuilder();

    /** @param id where a link of the page leads to */
    OpsTable(String id, String caption, List<String> heads) {
        this.heads = heads;
        html.append("<div class=\"table\" id=\"")
                .append(id)
                .append("\"><table class=\"stack wordy\"><caption>")
                .append(caption)
                .append("</caption><thead><tr>");
        heads.forEach(head -> html.append("<th scope=\"col\">").append(head).append("</th>"));
        html.append("</tr></thead><tbody>");
    }

    void row(List<String> cells) {
        html.append("<tr><th scope=\"row\">").append(cells.getFirst()).append("</th>");
        for (int cell = 1; cell < cells.size(); cell++) {
            // a card says nothing of what there is nothing to say about
            html.append(cells.get(cell).isEmpty() ? "<td>" : "<td data-label=\"" + heads.get(cell) + "\">")
                    .append(cells.get(cell))
                    .append("</td>");
        }
        html.append("</tr>");
    }

    String html() {
        return html + "</tbody></table></div>";
    }
}
