package fr.mentoratdurgence.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All contracts as one AsyncAPI 3 document: topics, messages, and the schema and sample of each. */
final class EventsDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectNode schemas = JSON.createObjectNode();

    static String text() {
        return JSON.writer()
                        .with(new DefaultPrettyPrinter()
                                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                                .withArrayIndenter(new DefaultIndenter("  ", "\n")))
                        .writeValueAsString(new EventsDocument().document())
                + "\n";
    }

    private ObjectNode document() {
        ObjectNode all = JSON.createObjectNode().put("asyncapi", "3.0.0");
        all.putObject("info")
                .put("title", "Faits publics")
                .put("version", "1")
                .put(
                        "description",
                        "Ce que les services se disent : des faits passés, sans donnée personnelle. Chacun voyage en"
                                + " CloudEvents 1.0 et porte une signature (en-tête event-signature).");
        all.put("defaultContentType", "application/cloudevents+json");
        ObjectNode channels = all.putObject("channels");
        ObjectNode operations = all.putObject("operations");
        ObjectNode messages = JSON.createObjectNode();
        topics().forEach((topic, types) -> {
            ObjectNode channel = channels.putObject(topic).put("address", topic);
            ObjectNode inside = channel.putObject("messages");
            types.forEach((type, contract) -> {
                inside.putObject(type).put("$ref", "#/components/messages/" + type);
                messages.set(type, message(type, contract));
            });
            ObjectNode operation = operations.putObject("tell-" + topic).put("action", "send");
            operation.putObject("channel").put("$ref", "#/channels/" + topic);
        });
        schemas.set("Envelope", envelope());
        ObjectNode components = all.putObject("components");
        components.set("messages", messages);
        components.set("schemas", schemas);
        return all;
    }

    private static Map<String, Map<String, Class<?>>> topics() {
        Map<String, Map<String, Class<?>>> topics = new TreeMap<>();
        ContractTypes.all()
                .forEach((type, contract) -> topics.computeIfAbsent(
                                type.substring(0, type.indexOf('.')) + type.substring(type.lastIndexOf('.')),
                                _ -> new TreeMap<>())
                        .put(type, contract));
        return topics;
    }

    private ObjectNode message(String type, Class<?> contract) {
        ObjectNode schema = (ObjectNode) read(type, ".schema.json");
        schema.remove("$id");
        schema.remove("$schema");
        String name = contract.getSimpleName();
        if (schema.remove("$defs") instanceof ObjectNode parts) {
            parts.propertyStream().forEach(part -> {
                renamed(part.getValue(), name);
                schemas.set(name + "." + part.getKey(), part.getValue());
            });
        }
        renamed(schema, name);
        schemas.set(name, schema);
        ObjectNode message = JSON.createObjectNode()
                .put("name", type)
                .put("title", name)
                .put("summary", schema.path("description").asString(""));
        ObjectNode headers = message.putObject("headers").put("type", "object");
        headers.putObject("properties").putObject("event-signature").put("type", "string");
        ArrayNode both = message.putObject("payload").putArray("allOf");
        both.addObject().put("$ref", SCHEMAS + "Envelope");
        ObjectNode about = both.addObject().put("type", "object").putObject("properties");
        about.putObject("type").put("const", type);
        about.putObject("data").put("$ref", SCHEMAS + name);
        message.putArray("examples").addObject().set("payload", sample(type));
        return message;
    }

    /** What stood in the schema's own definitions stands among those of the document. */
    private static void renamed(JsonNode schema, String name) {
        if (schema instanceof ObjectNode object && object.has("$ref")) {
            object.put("$ref", object.get("$ref").asString().replace("#/$defs/", SCHEMAS + name + "."));
        }
        schema.forEach(inside -> renamed(inside, name));
    }

    private static ObjectNode sample(String type) {
        ObjectNode envelope = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "event-1a2b3c4d-0000-4000-8000-000000000001")
                .put("source", "/" + type.substring(0, type.indexOf('.')))
                .put("type", type)
                .put("time", "2020-04-20T08:00:00Z")
                .put("sequence", "0000000000");
        JsonNode data = read(type, ".json");
        envelope.put(
                "subject",
                data.propertyStream().findFirst().orElseThrow().getValue().asString());
        envelope.set("data", data);
        return envelope;
    }

    private static ObjectNode envelope() {
        ObjectNode envelope = JSON.createObjectNode().put("type", "object");
        ObjectNode fields = envelope.putObject("properties");
        fields.putObject("specversion").put("const", "1.0");
        for (String field : new String[] {"id", "source", "type", "subject", "sequence"}) {
            fields.putObject(field).put("type", "string");
        }
        fields.putObject("time").put("type", "string").put("format", "date-time");
        envelope.putArray("required").add("specversion").add("id").add("source").add("type");
        return envelope;
    }

    private static JsonNode read(String type, String ending) {
        String[] parts = type.split("\\.", -1);
        String file = "/contracts/" + parts[0] + "/" + parts[2] + "/" + parts[1] + ending;
        try (InputStream in = EventsDocument.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file);
            }
            return JSON.readTree(new String(in.readAllBytes(), UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
