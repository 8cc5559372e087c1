package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.errors.OwnPages;
import fr.mentoratdurgence.gateway.sessions.KeptForms.Waiting;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Says that a form is kept, and lets its sender finish it. Shows nothing of what is in it. */
@Component
class KeptFormPages {
    static final String PAGE = "/reprise";

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("d MMMM 'à' H 'h' mm", Locale.FRENCH).withZone(OperationZone.PARIS);

    private final OwnPages pages;

    KeptFormPages(OwnPages pages) {
        this.pages = pages;
    }

    Mono<Void> loginFirst(ServerWebExchange exchange, List<Waiting> open) {
        return pages.write(
                exchange,
                HttpStatus.OK,
                "reprise.gardee.titre",
                paragraph("reprise.gardee.texte")
                        + paragraph("reprise.gardee.compte")
                        + link("/oauth2/authorization/keycloak", "reprise.gardee.connexion")
                        + (open.isEmpty()
                                ? ""
                                : paragraph("reprise.sans.texte")
                                        + button(
                                                PAGE + "/" + open.getLast().id(),
                                                "reprise.sans",
                                                "action action--quiet")));
    }

    Mono<Void> list(ServerWebExchange exchange, List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return pages.write(
                    exchange,
                    HttpStatus.OK,
                    "reprise.rien.titre",
                    paragraph("reprise.rien.texte") + link("/", "erreur.accueil"));
        }
        String forms = waiting.stream().map(this::form).collect(Collectors.joining());
        return pages.write(exchange, HttpStatus.OK, "reprise.attend.titre", paragraph("reprise.attend.texte") + forms);
    }

    private String form(Waiting one) {
        String address = PAGE + "/" + one.id();
        return "<h2>" + pages.text("reprise.envoi", at(one.keptAt())) + "</h2>"
                + button(address, "reprise.terminer", "action")
                + button(address + "/abandon", "reprise.abandonner", "action action--quiet");
    }

    private static String at(Instant instant) {
        return AT.format(instant);
    }

    private String paragraph(String key) {
        return "<p>" + pages.text(key) + "</p>";
    }

    private String link(String address, String key) {
        return "<p><a class=\"action\" href=\"" + address + "\">" + pages.text(key) + "</a></p>";
    }

    private String button(String address, String key, String looks) {
        return "<form method=\"post\" action=\"" + address + "\"><button class=\"" + looks + "\">" + pages.text(key)
                + "</button></form>";
    }
}
