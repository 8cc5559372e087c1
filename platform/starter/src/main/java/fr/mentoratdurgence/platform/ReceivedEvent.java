package fr.mentoratdurgence.platform;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A public event of another service, as a CloudEvent brought it.
 *
 * @param id            event id, the key of the inbox
 * @param source        for example {@code /needs-service}
 * @param type          name of the contract
 * @param subject       stream id
 * @param time          record time
 * @param sequence      place in its stream, from 0
 * @param actor         pseudonymous account of who acted
 * @param role          in which role
 * @param correlationId one id for all that follows from one request
 * @param traceparent   place in the trace of the command; empty where none was made
 * @param raw           the envelope as received
 * @param data          the contract
 */
public record ReceivedEvent(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        long sequence,
        String actor,
        String role,
        String correlationId,
        String traceparent,
        String raw,
        JsonNode data) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads an envelope (structured CloudEvents 1.0 in JSON). */
    public static ReceivedEvent parse(String raw) {
        JsonNode e = JSON.readTree(raw);
        return new ReceivedEvent(
                e.required("id").asString(),
                e.required("source").asString(),
                e.required("type").asString(),
                e.path("subject").asString(""),
                Instant.parse(e.required("time").asString()),
                Long.parseLong(e.path("sequence").asString("0")),
                e.path("actor").asString("system"),
                e.path("actorrole").asString("system"),
                e.path("correlationid").asString(""),
                e.path("traceparent").asString(""),
                raw,
                e.required("data"));
    }

    /** The contract as its record. */
    public <T> T as(Class<T> contract) {
        return JSON.treeToValue(data, contract);
    }
}
