package fr.mentoratdurgence.gateway.operation;

import fr.mentoratdurgence.gateway.errors.RequestMark;
import fr.mentoratdurgence.gateway.login.Callers.Caller;
import fr.mentoratdurgence.gateway.routing.EveryInstance;
import fr.mentoratdurgence.gateway.routing.PublicOrigin;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks services what the command line asks them, in the name of who looks, all at once. Who says nothing for a second is
 * silent: the page never waits longer.
 */
@Component
class PartQuestions {
    static final Duration PATIENCE = Duration.ofSeconds(1);
    /** Of something that is to be done, as for any request through the door. */
    private static final Duration OF_AN_ACT = Duration.ofSeconds(10);
    /** As many facts put aside as a service lists, each with its cause. */
    private static final DataSize LARGEST = DataSize.ofMegabytes(2);

    private final EveryInstance instances;
    private final WebClient http;
    private final JsonMapper json;

    /** @param services how routes reach services: an act goes to the next instance in turn */
    PartQuestions(EveryInstance instances, HttpClient services, JsonMapper json) {
        this.instances = instances;
        this.json = json;
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(services))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(Math.toIntExact(LARGEST.toBytes())))
                .build();
    }

    /** All services, in their order. */
    Mono<List<PartSeen>> all(Caller caller) {
        return Flux.just(OpsPart.values())
                .flatMapSequential(part -> see(part, caller))
                .collectList();
    }

    private Mono<PartSeen> see(OpsPart part, Caller caller) {
        Flux<PartSeen.Instance> seen = instances
                .of(part.id())
                .flatMap(address -> ask(address, part, "/instance", caller)
                        .map(said -> new PartSeen.Instance(address, said.orElse(null))))
                .cache();
        // what all instances know alike is asked of the first that answers
        Mono<URI> first = seen.filter(PartSeen.Instance::answers)
                .map(PartSeen.Instance::address)
                .next();
        return Mono.zip(
                        seen.collectSortedList(Comparator.comparing(
                                instance -> instance.address().toString())),
                        about(part, "/publisher", first, caller),
                        about(part, "/dead-letters", first, caller),
                        about(part, "/read-models", first, caller),
                        about(part, "/jobs/open", first, caller))
                .map(said -> new PartSeen(
                        part,
                        said.getT1(),
                        said.getT2().orElse(null),
                        said.getT3().orElse(null),
                        said.getT4().orElse(null),
                        said.getT5().orElse(null)));
    }

    private Mono<Optional<JsonNode>> about(OpsPart part, String what, Mono<URI> address, Caller caller) {
        return address.flatMap(answering -> ask(answering, part, what, caller))
                .defaultIfEmpty(Optional.empty())
                .timeout(PATIENCE, Mono.just(Optional.empty()));
    }

    private Mono<Optional<JsonNode>> ask(URI address, OpsPart part, String what, Caller caller) {
        return request(HttpMethod.GET, address + part.ops() + what, part, caller)
                .retrieve()
                .bodyToMono(byte[].class)
                .map(body -> Optional.of(json.readTree(body)))
                .defaultIfEmpty(Optional.empty())
                .timeout(PATIENCE)
                .onErrorResume(_ -> Mono.just(Optional.empty()));
    }

    /** What became of an act: {@code refusal} is the service's own sentence, empty where it was done. */
    record Outcome(HttpStatusCode status, String refusal) {
        boolean done() {
            return status.is2xxSuccessful();
        }
    }

    /** Has something done, as the command line does; fails where the service is away. */
    Mono<Outcome> act(HttpMethod method, OpsPart part, String what, Caller caller) {
        return request(method, "http://" + part.id() + part.ops() + what, part, caller)
                .exchangeToMono(answer -> answer.bodyToMono(byte[].class)
                        .map(body -> new Outcome(answer.statusCode(), sentence(body)))
                        .defaultIfEmpty(new Outcome(answer.statusCode(), "")))
                .timeout(OF_AN_ACT);
    }

    private String sentence(byte[] problem) {
        try {
            return json.readTree(problem).path("detail").asString("");
        } catch (JacksonException noProblem) {
            return "";
        }
    }

    private WebClient.RequestBodySpec request(HttpMethod method, String address, OpsPart part, Caller caller) {
        return http.method(method).uri(URI.create(address)).headers(headers -> {
            headers.setBearerAuth(caller.token());
            headers.setAccept(List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON));
            headers.set(PublicOrigin.MEANT_FOR, part.id());
            headers.set(RequestMark.SEED, caller.seed());
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, "fr");
        });
    }
}
