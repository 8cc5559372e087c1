package fr.mentoratdurgence.platform.test;

import fr.mentoratdurgence.platform.Code;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schemas of what a service reads and writes, asked of the service's own mapper: the names are those that it uses,
 * whatever annotations say. No library is asked, for none knows which fields may be null here ({@code @Nullable}) and that
 * a {@link Code} may be one which this version does not know.
 */
final class JsonShapes {
    private static final Map<Class<?>, Map<String, String>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(char.class, Map.of("type", "string")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
            Map.entry(LocalTime.class, Map.of("type", "string", "format", "time")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(OffsetDateTime.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(Duration.class, Map.of("type", "string", "format", "duration")),
            Map.entry(URI.class, Map.of("type", "string", "format", "uri-reference")),
            Map.entry(byte[].class, Map.of("type", "string", "format", "binary")));

    private final JsonMapper json;
    private final Map<String, ObjectNode> named = new TreeMap<>();
    private final Map<String, JavaType> owners = new LinkedHashMap<>();

    JsonShapes(JsonMapper json) {
        this.json = json;
    }

    /** All that was named so far, for {@code components.schemas}. */
    ObjectNode components() {
        ObjectNode all = json.createObjectNode();
        named.forEach(all::set);
        return all;
    }

    /** @param sent true for what the service reads, false for what it writes */
    ObjectNode of(JavaType type, boolean sent) {
        Class<?> raw = type.getRawClass();
        if (PLAIN.containsKey(raw)) {
            ObjectNode plain = json.createObjectNode();
            new TreeMap<>(PLAIN.get(raw)).descendingMap().forEach(plain::put);
            return plain;
        }
        if (raw == Code.class) {
            return open(type.containedType(0).getRawClass());
        }
        if (type.isReferenceType()) {
            return of(type.getReferencedType(), sent);
        }
        if (type.isArrayType() || type.isCollectionLikeType()) {
            ObjectNode list = json.createObjectNode().put("type", "array");
            list.set("items", of(type.getContentType(), sent));
            return list;
        }
        if (type.isMapLikeType()) {
            ObjectNode map = json.createObjectNode().put("type", "object");
            map.set("additionalProperties", of(type.getContentType(), sent));
            return map;
        }
        if (raw == Object.class || JsonNode.class.isAssignableFrom(raw) || (raw.isInterface() && !raw.isSealed())) {
            return json.createObjectNode();
        }
        return reference(type, sent);
    }

    private ObjectNode open(Class<?> codes) {
        ObjectNode code = json.createObjectNode().put("type", "string");
        code.put("description", "Une version plus récente peut en connaître d’autres.");
        code.set("examples", constants(codes));
        return code;
    }

    private ArrayNode constants(Class<?> codes) {
        ArrayNode all = json.createArrayNode();
        Arrays.stream(codes.getEnumConstants()).forEach(one -> all.add(json.valueToTree(one)));
        return all;
    }

    private ObjectNode reference(JavaType type, boolean sent) {
        String name = name(type, sent);
        if (!named.containsKey(name)) {
            ObjectNode shape = json.createObjectNode();
            named.put(name, shape);
            describe(type, sent, shape);
        }
        return json.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    private void describe(JavaType type, boolean sent, ObjectNode shape) {
        Class<?> raw = type.getRawClass();
        if (raw.isEnum()) {
            shape.put("type", "string").set("enum", constants(raw));
            return;
        }
        if (raw.isSealed()) {
            ArrayNode kinds = shape.putArray("anyOf");
            for (Class<?> kind : raw.getPermittedSubclasses()) {
                kinds.add(of(json.constructType(kind), sent));
            }
            return;
        }
        shape.put("type", "object");
        ObjectNode properties = shape.putObject("properties");
        List<BeanPropertyDefinition> fields = fields(type, sent);
        ArrayNode always = json.createArrayNode();
        for (BeanPropertyDefinition field : fields) {
            ObjectNode value = of(field.getPrimaryType(), sent);
            if (mayBeNull(raw, field.getInternalName())) {
                properties.set(field.getName(), sent ? value : orNull(value));
            } else {
                properties.set(field.getName(), value);
                always.add(field.getName());
            }
        }
        if (sent) {
            shape.put("additionalProperties", false);
        } else if (!always.isEmpty()) {
            shape.set("required", always);
        }
    }

    private ObjectNode orNull(ObjectNode value) {
        if (value.path("type").isString()) {
            String type = value.get("type").asString();
            value.putArray("type").add(type).add("null");
            return value;
        }
        if (value.isEmpty()) {
            return value;
        }
        ObjectNode either = json.createObjectNode();
        either.putArray("anyOf").add(value).add(json.createObjectNode().put("type", "null"));
        return either;
    }

    private List<BeanPropertyDefinition> fields(JavaType type, boolean sent) {
        ClassIntrospector introspector = sent
                ? json.deserializationConfig().classIntrospectorInstance()
                : json.serializationConfig().classIntrospectorInstance();
        var annotations = introspector.introspectClassAnnotations(type);
        return (sent
                        ? introspector.introspectForDeserialization(type, annotations)
                        : introspector.introspectForSerialization(type, annotations))
                .findProperties().stream()
                        .filter(field -> sent ? field.couldDeserialize() : field.couldSerialize())
                        .toList();
    }

    private static boolean mayBeNull(Class<?> raw, String name) {
        return raw.isRecord()
                && Arrays.stream(raw.getRecordComponents())
                        .filter(component -> component.getName().equals(name))
                        .map(RecordComponent::getAnnotatedType)
                        .anyMatch(JsonShapes::isNullable);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private String name(JavaType type, boolean sent) {
        Class<?> raw = type.getRawClass();
        StringBuilder name = new StringBuilder(raw.getSimpleName());
        for (int i = 0; i < type.containedTypeCount(); i++) {
            name.append("Of").append(type.containedType(i).getRawClass().getSimpleName());
        }
        String simple = raw.isEnum() || !sent ? name.toString() : name + "Input";
        JavaType owner = owners.putIfAbsent(simple, type);
        if (owner == null || owner.equals(type)) {
            return simple;
        }
        Class<?> around = raw.getEnclosingClass();
        String longer = (around == null ? "Other" : around.getSimpleName()) + simple;
        owners.putIfAbsent(longer, type);
        return longer;
    }

    /** Something of this shape, for a document to show. */
    JsonNode example(ObjectNode schema, String field) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asString();
            return example(Objects.requireNonNull(named.get(name.substring(name.lastIndexOf('/') + 1))), field);
        }
        for (String choice : new String[] {"enum", "examples"}) {
            if (schema.has(choice)) {
                return schema.get(choice).get(0);
            }
        }
        if (schema.has("anyOf")) {
            return example((ObjectNode) schema.get("anyOf").get(0), field);
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> {
                ObjectNode object = json.createObjectNode();
                schema.path("properties")
                        .propertyStream()
                        .forEach(each ->
                                object.set(each.getKey(), example((ObjectNode) each.getValue(), each.getKey())));
                yield object;
            }
            case "array" -> json.createArrayNode().add(example((ObjectNode) schema.get("items"), field));
            case "integer", "number" -> json.getNodeFactory().numberNode(2);
            case "boolean" -> json.getNodeFactory().booleanNode(true);
            case "string" ->
                json.getNodeFactory().stringNode(text(schema.path("format").asString(""), field));
            default -> json.createObjectNode();
        };
    }

    private static String text(String format, String field) {
        return switch (format) {
            case "date" -> "2020-04-20";
            case "date-time" -> "2020-04-20T08:00:00Z";
            case "time" -> "14:00";
            case "duration" -> "PT1H";
            default ->
                switch (field) {
                    case "structure", "uai" -> "0940176F";
                    case "structureName" -> "École élémentaire Robert Doisneau";
                    case "structureCommune" -> "Fresnes";
                    case "name" -> "Dominique Exemple";
                    case "priorityAudience" -> "REP";
                    case "levelBand" -> "CM1_CM2";
                    case "supports" -> "METHOD";
                    case "subjects" -> "MATHS";
                    case "channels" -> "VIDEO";
                    case "day" -> "WEDNESDAY";
                    case "start" -> "14:00";
                    case "end" -> "16:00";
                    case "callTimes" -> "MONDAY_MORNING";
                    case "count" -> "2";
                    case "email" -> "ecole@exemple.fr";
                    case "phone" -> "01 46 68 00 00";
                    case "need", "pair", "mentor", "proposal", "session", "concern", "assessment", "run" ->
                        field + "-1a2b3c4d-0000-4000-8000-000000000001";
                    default -> "…";
                };
        };
    }
}
