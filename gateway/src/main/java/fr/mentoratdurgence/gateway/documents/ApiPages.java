package fr.mentoratdurgence.gateway.documents;

import fr.mentoratdurgence.gateway.errors.OwnPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The APIs as pages that need no script, and as the documents that tools read. */
@Controller
class ApiPages {
    private static final String HOME = "/developpeurs";
    private static final String SCOPE = "scope:";

    private final ApiDocuments documents;
    private final OwnPages pages;

    /** They change with the gateway alone, and making one takes long enough to hold up others. */
    private final Map<String, String> made = new ConcurrentHashMap<>();

    ApiPages(ApiDocuments documents, OwnPages pages) {
        this.documents = documents;
        this.pages = pages;
    }

    @GetMapping(HOME)
    Mono<Void> all(ServerWebExchange exchange) {
        return pages.write(exchange, HttpStatus.OK, "developpeurs.titre", made.computeIfAbsent("", _ -> all()));
    }

    private String all() {
        StringBuilder html = new StringBuilder();
        for (String key : List.of("texte", "entree", "cle", "champs", "problemes")) {
            html.append(paragraph(pages.text("developpeurs." + key)));
        }
        html.append(paragraph(link("/problemes", pages.text("developpeurs.problemes.lien"))));
        documents
                .apis()
                .forEach((name, document) -> html.append("<h2>")
                        .append(said(document, "/info/title"))
                        .append("</h2>")
                        .append(paragraph(said(document, "/info/description")))
                        .append(paragraph(
                                link(HOME + "/" + name, pages.text("developpeurs.lire")) + " · " + file(name))));
        html.append("<h2>").append(pages.text("developpeurs.faits.titre")).append("</h2>");
        html.append(paragraph(pages.text("developpeurs.faits.texte"))).append(paragraph(file(ApiDocuments.EVENTS)));
        return html.toString();
    }

    @GetMapping(HOME + "/{name}.json")
    ResponseEntity<Resource> document(@PathVariable String name) {
        return documents
                .file(name)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .<Resource>body(file))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping(HOME + "/{name}")
    Mono<Void> one(@PathVariable String name, ServerWebExchange exchange) {
        if (!ApiDocuments.APIS.contains(name)) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return pages.writeTitled(
                exchange, HttpStatus.OK, pages.text("developpeurs.api." + name), made.computeIfAbsent(name, this::one));
    }

    private String one(String name) {
        JsonNode document = documents.read(name);
        StringBuilder html = new StringBuilder(paragraph(said(document, "/info/description")));
        html.append(paragraph(file(name) + " · " + link(HOME, pages.text("developpeurs.retour"))));
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(operation ->
                                html.append(operation(path.getKey(), operation.getKey(), operation.getValue()))));
        html.append("<h2>").append(pages.text("developpeurs.formes")).append("</h2>");
        document.at("/components/schemas")
                .propertyStream()
                .forEach(schema -> html.append("<h3 id=\"")
                        .append(OwnPages.html(schema.getKey()))
                        .append("\"><code>")
                        .append(OwnPages.html(schema.getKey()))
                        .append("</code></h3>")
                        .append(shape(schema.getValue())));
        return html.toString();
    }

    private String operation(String path, String method, JsonNode operation) {
        StringBuilder html =
                new StringBuilder("<details><summary><code>" + OwnPages.html(method.toUpperCase(Locale.ROOT)) + " "
                        + OwnPages.html(path) + "</code> " + said(operation, "/summary") + "</summary>");
        html.append(paragraph(pages.text("developpeurs.qui") + " : " + callers(operation.path("x-roles"))));
        if (!operation.path("parameters").isEmpty()) {
            html.append(paragraph(pages.text("developpeurs.parametres"))).append("<ul>");
            operation
                    .path("parameters")
                    .forEach(parameter -> html.append("<li><code>")
                            .append(said(parameter, "/name"))
                            .append("</code> : ")
                            .append(type(parameter.path("schema")))
                            .append(
                                    parameter.path("required").asBoolean(false)
                                            ? ""
                                            : ", " + pages.text("developpeurs.nul"))
                            .append("</li>"));
            html.append("</ul>");
        }
        operation.at("/requestBody/content").propertyStream().forEach(media -> {
            html.append(paragraph(pages.text("developpeurs.corps") + " : <code>" + OwnPages.html(media.getKey())
                    + "</code>, " + type(media.getValue().path("schema"))));
            if (media.getValue().has("example")) {
                html.append("<pre>")
                        .append(OwnPages.html(media.getValue().get("example").toPrettyString()))
                        .append("</pre>");
            }
        });
        html.append(paragraph(pages.text("developpeurs.reponses"))).append("<ul>");
        operation
                .path("responses")
                .propertyStream()
                .forEach(answer -> html.append("<li><code>")
                        .append(OwnPages.html(answer.getKey()))
                        .append("</code>")
                        .append(answer(answer.getValue()))
                        .append("</li>"));
        return html + "</ul></details>";
    }

    private String answer(JsonNode answer) {
        return answer.path("content")
                .propertyStream()
                .map(media -> " <code>" + OwnPages.html(media.getKey()) + "</code> "
                        + type(media.getValue().path("schema")))
                .collect(Collectors.joining());
    }

    private String callers(JsonNode roles) {
        List<String> words = new ArrayList<>();
        for (JsonNode role : roles) {
            if (role.asString().equals("anonymous")) {
                return pages.text("developpeurs.tous");
            }
            words.add(
                    role.asString().startsWith(SCOPE)
                            ? pages.text("developpeurs.droit", role.asString().substring(SCOPE.length()))
                            : pages.text("developpeurs.role." + role.asString()));
        }
        return words.isEmpty() ? pages.text("developpeurs.personne") : String.join(", ", words);
    }

    private String shape(JsonNode schema) {
        if (!schema.has("properties")) {
            return paragraph(type(schema));
        }
        return schema.path("properties")
                .propertyStream()
                .map(field ->
                        "<li><code>" + OwnPages.html(field.getKey()) + "</code> : " + type(field.getValue()) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    /** In words of JSON Schema, with a link to the shape where it has a name. */
    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asString();
            String last = OwnPages.html(name.substring(name.lastIndexOf('/') + 1));
            return link("#" + last, last);
        }
        if (schema.has("anyOf")) {
            return schema.get("anyOf").valueStream().map(ApiPages::type).collect(Collectors.joining(" | "));
        }
        if (schema.has("items")) {
            return "[" + type(schema.get("items")) + "]";
        }
        String codes = schema.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
        JsonNode type = schema.path("type");
        String name = type.isArray()
                ? type.valueStream().map(JsonNode::asString).collect(Collectors.joining(" | "))
                : type.asString("JSON");
        String format = schema.path("format").asString("");
        return OwnPages.html(
                name + (format.isEmpty() ? "" : " (" + format + ")") + (codes.isEmpty() ? "" : " : " + codes));
    }

    private String file(String name) {
        return link(HOME + "/" + name + ".json", pages.text("developpeurs.fichier"));
    }

    private static String said(JsonNode node, String at) {
        return OwnPages.html(node.at(at).asString(""));
    }

    private static String link(String address, String html) {
        return "<a href=\"" + address + "\">" + html + "</a>";
    }

    private static String paragraph(String html) {
        return "<p>" + html + "</p>";
    }
}
