package fr.mentoratdurgence.gateway.operation;

import fr.mentoratdurgence.gateway.errors.OwnPages;
import fr.mentoratdurgence.gateway.login.Callers;
import fr.mentoratdurgence.gateway.login.LoginRealm;
import java.net.URI;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The board of who runs the installation: what each part says of itself within a second, and the acts that the command line
 * has, by the same addresses of the services, which decide about them. Numbers are exact; nobody's name is among them.
 */
@Controller
@RequestMapping("/ops")
class OpsPages {
    private static final String NUMBER = "{id:[0-9]{1,18}}";
    /** Of a read model or a job: nothing that could lead elsewhere. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,80}");

    private final PartQuestions questions;
    private final Certificates certificates;
    private final OwnInstance gateway;
    private final LoginRealm login;
    private final Callers callers;
    private final OpsSections sections;
    private final OpsWords words;
    private final OwnPages pages;
    private final Clock clock;

    OpsPages(
            PartQuestions questions,
            Certificates certificates,
            OwnInstance gateway,
            LoginRealm login,
            Callers callers,
            OpsSections sections,
            OpsWords words,
            OwnPages pages,
            Clock clock) {
        this.questions = questions;
        this.certificates = certificates;
        this.gateway = gateway;
        this.login = login;
        this.callers = callers;
        this.sections = sections;
        this.words = words;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    Mono<Void> board(ServerWebExchange exchange) {
        return callers.of(exchange).flatMap(caller -> board(exchange, caller, HttpStatus.OK, null));
    }

    private Mono<Void> board(
            ServerWebExchange exchange, Callers.Caller caller, HttpStatusCode status, @Nullable String refusal) {
        return Mono.zip(questions.all(caller), certificates.all(), login.answers(exchange, PartQuestions.PATIENCE))
                .flatMap(seen -> pages.writeBoard(
                        exchange,
                        status,
                        "ops.titre",
                        "<form method=\"post\" action=\"/logout\"><button class=\"button button--quiet nowrap\">"
                                + words.text("deconnexion") + "</button></form>",
                        (refusal == null
                                        ? ""
                                        : "<div class=\"notice notice--error\" role=\"alert\"><p>"
                                                + OwnPages.html(refusal) + "</p></div>")
                                + "<p class=\"lead\">" + words.text("lu", words.clock(clock.instant()))
                                + " <a class=\"button button--quiet button--small\" href=\"/ops\">"
                                + words.text("actualiser") + "</a></p>"
                                + sections.attention(Attention.to(seen.getT1(), seen.getT2()))
                                + sections.instances(seen.getT1(), gateway.seen(), seen.getT3())
                                + sections.facts(seen.getT1())
                                + sections.waiting(seen.getT1())
                                + sections.deadLetters(seen.getT1())
                                + sections.jobs(seen.getT1())
                                + sections.models(seen.getT1())
                                + sections.certificates(seen.getT2())));
    }

    @PostMapping("/{part}/faits/" + NUMBER + "/reprise")
    Mono<Void> retry(@PathVariable String part, @PathVariable String id, ServerWebExchange exchange) {
        return act(exchange, HttpMethod.POST, part, "/dead-letters/" + id + "/retry", "ecarte");
    }

    @PostMapping("/{part}/faits/" + NUMBER + "/abandon")
    Mono<Void> setAside(@PathVariable String part, @PathVariable String id, ServerWebExchange exchange) {
        return act(exchange, HttpMethod.DELETE, part, "/dead-letters/" + id, "ecarte");
    }

    @PostMapping("/{part}/modeles/{name}/reconstruction")
    Mono<Void> rebuild(@PathVariable String part, @PathVariable String name, ServerWebExchange exchange) {
        return act(exchange, HttpMethod.POST, part, "/read-models/" + named(name) + "/rebuild", "modeles");
    }

    @PostMapping("/{part}/modeles/{name}/arret")
    Mono<Void> giveUpRebuild(@PathVariable String part, @PathVariable String name, ServerWebExchange exchange) {
        return act(exchange, HttpMethod.DELETE, part, "/read-models/" + named(name) + "/rebuild", "modeles");
    }

    @PostMapping("/{part}/travaux/{job}/arret")
    Mono<Void> stopJob(@PathVariable String part, @PathVariable String job, ServerWebExchange exchange) {
        return act(exchange, HttpMethod.DELETE, part, "/jobs/" + named(job), "travail");
    }

    /** Back to where the act stood; where it was refused, the board says why. */
    private Mono<Void> act(ServerWebExchange exchange, HttpMethod method, String id, String what, String section) {
        OpsPart part = OpsPart.of(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return callers.of(exchange)
                .flatMap(caller -> questions
                        .act(method, part, what, caller)
                        .flatMap(outcome -> outcome.done()
                                ? back(exchange, section)
                                : board(
                                        exchange,
                                        caller,
                                        outcome.status(),
                                        outcome.refusal().isEmpty() ? pages.plain("ops.refus") : outcome.refusal())));
    }

    private static Mono<Void> back(ServerWebExchange exchange, String section) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(URI.create("/ops#" + section));
        return exchange.getResponse().setComplete();
    }

    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return name;
    }
}
