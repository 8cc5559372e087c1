package fr.mentoratdurgence.platform.messaging;

import fr.mentoratdurgence.platform.traces.Traces;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Envelopes: structured CloudEvents 1.0 in JSON, with our extension attributes. */
public final class CloudEvents {
    /** Content type of a record's value. */
    public static final String CONTENT_TYPE = "application/cloudevents+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CloudEvents() {}

    /**
     * An envelope.
     *
     * @param meta actor, role, correlationId, causationId, commandId, traceparent, as far as they are known
     */
    public static byte[] envelope(
            String id,
            String source,
            String type,
            String subject,
            Instant time,
            long sequence,
            Map<String, ?> meta,
            Object data) {
        ObjectNode envelope = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", source)
                .put("type", type)
                .put("subject", subject)
                .put("time", time.toString())
                .put("datacontenttype", "application/json")
                // a text that sorts like the number, as the extension is defined
                .put("sequence", "%010d".formatted(sequence));
        // names of extension attributes are lower case letters and digits, by the specification
        extension(envelope, "actor", meta.get("actor"));
        extension(envelope, "actorrole", meta.get("role"));
        extension(envelope, "correlationid", meta.get("correlationId"));
        extension(envelope, "causationid", meta.get("causationId"));
        extension(envelope, "commandid", meta.get("commandId"));
        extension(envelope, Traces.NAME, meta.get(Traces.NAME));
        envelope.set("data", JSON.valueToTree(data));
        return JSON.writeValueAsBytes(envelope);
    }

    private static void extension(ObjectNode envelope, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            envelope.put(name, value.toString());
        }
    }
}
