package fr.mentoratdurgence.gateway.documents;

import fr.mentoratdurgence.gateway.errors.OwnPages;
import fr.mentoratdurgence.gateway.errors.Trouble;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A page for each code that a problem may carry: what it means, and how to mend it. */
@Controller
class ProblemPages {
    /**
     * One code, whoever answers it.
     *
     * @param said sentences by the title of the part that says them
     */
    private record Meaning(String code, int status, String title, Map<String, String> said) {}

    private final ApiDocuments documents;
    private final OwnPages pages;
    private @Nullable Map<String, Meaning> meanings;

    ProblemPages(ApiDocuments documents, OwnPages pages) {
        this.documents = documents;
        this.pages = pages;
    }

    @GetMapping("/problemes")
    Mono<Void> list(ServerWebExchange exchange) {
        StringBuilder html = new StringBuilder("<p>" + pages.text("problemes.texte") + "</p><ul>");
        meanings()
                .forEach((address, meaning) -> html.append("<li><a href=\"/problemes/")
                        .append(address)
                        .append("\"><code>")
                        .append(OwnPages.html(meaning.code()))
                        .append("</code></a></li>"));
        return pages.write(exchange, HttpStatus.OK, "problemes.titre", html + "</ul>");
    }

    @GetMapping("/problemes/{code}")
    Mono<Void> one(@PathVariable String code, ServerWebExchange exchange) {
        Meaning meaning = meanings().get(code.toLowerCase(Locale.ROOT));
        if (meaning == null) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        StringBuilder html = new StringBuilder("<p><code>" + OwnPages.html(meaning.code()) + "</code> · "
                + pages.text("problemes.statut", Integer.toString(meaning.status())) + "</p><h2>"
                + pages.text("problemes.dit") + "</h2>");
        Set<String> sentences = new LinkedHashSet<>(meaning.said().values());
        if (sentences.size() == 1) {
            html.append("<p>")
                    .append(OwnPages.html(sentences.iterator().next()))
                    .append("</p>");
        } else {
            html.append("<dl>");
            meaning.said()
                    .forEach((part, sentence) -> html.append("<dt>")
                            .append(OwnPages.html(part))
                            .append("</dt><dd>")
                            .append(OwnPages.html(sentence))
                            .append("</dd>"));
            html.append("</dl>");
        }
        if (sentences.stream().anyMatch(sentence -> sentence.contains("…"))) {
            html.append("<p>").append(pages.text("problemes.points")).append("</p>");
        }
        html.append("<h2>").append(pages.text("problemes.faire")).append("</h2><p>");
        html.append(pages.text("problemes.conseil." + meaning.status())).append("</p>");
        html.append("<p><a href=\"/problemes\">")
                .append(pages.text("problemes.retour"))
                .append("</a></p>");
        return pages.writeTitled(exchange, HttpStatus.OK, OwnPages.html(meaning.title()), html.toString());
    }

    private synchronized Map<String, Meaning> meanings() {
        if (meanings == null) {
            meanings = read();
        }
        return meanings;
    }

    private Map<String, Meaning> read() {
        Map<String, Meaning> all = new TreeMap<>();
        documents.apis().values().forEach(document -> {
            String part = document.at("/info/title").asString();
            document.at("/components/responses")
                    .forEach(response -> response.at("/content")
                            .forEach(media ->
                                    media.path("examples").forEach(example -> add(all, part, example.get("value")))));
        });
        for (Trouble trouble : Trouble.values()) {
            String key = "erreur." + trouble + ".";
            add(
                    all,
                    pages.plain("problemes.porte"),
                    trouble.name(),
                    trouble.status().value(),
                    pages.plain(key + "titre"),
                    pages.plain(key + "texte") + " " + pages.plain(key + "suite"));
        }
        return all;
    }

    private static void add(Map<String, Meaning> all, String part, JsonNode problem) {
        add(
                all,
                part,
                problem.get("code").asString(),
                problem.get("status").asInt(),
                problem.get("title").asString(),
                problem.get("detail").asString());
    }

    private static void add(
            Map<String, Meaning> all, String part, String code, int status, String title, String sentence) {
        all.computeIfAbsent(
                        code.toLowerCase(Locale.ROOT).replace('_', '-'),
                        _ -> new Meaning(code, status, title, new LinkedHashMap<>()))
                .said()
                .put(part, sentence);
    }
}
