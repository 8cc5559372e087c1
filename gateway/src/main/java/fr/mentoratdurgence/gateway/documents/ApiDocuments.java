package fr.mentoratdurgence.gateway.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents that the tests of the services approved, as they were when the gateway was built. */
@Component
class ApiDocuments {
    /** In the order in which a need goes through them. */
    static final List<String> APIS = List.of("needs", "mentors", "matching", "followup", "reporting");

    static final String EVENTS = "events";

    private final JsonMapper json;

    ApiDocuments(JsonMapper json) {
        this.json = json;
    }

    /** The document as it is; empty where there is none of that name. */
    Optional<ClassPathResource> file(String name) {
        return APIS.contains(name) || EVENTS.equals(name)
                ? Optional.of(new ClassPathResource("api/" + name + ".json"))
                : Optional.empty();
    }

    /** Read each time: few ask, and a megabyte of trees need not stay for them. */
    JsonNode read(String name) {
        try (var in = file(name).orElseThrow().getInputStream()) {
            return json.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All documents of APIs by name. */
    Map<String, JsonNode> apis() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        APIS.forEach(name -> all.put(name, read(name)));
        return all;
    }
}
