package fr.mentoratdurgence.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.Upcaster;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stores events under logical names that outlive classes and packages. The names are an allow-list too: nothing else
 * is ever loaded. What would break the law of events is refused before it is stored.
 */
final class EventNameSerializer extends Jackson3Serializer {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Class<?>> byName;
    private final Map<Class<?>, String> byClass = new HashMap<>();
    private final Map<String, Upcaster> upcasters = new HashMap<>();

    EventNameSerializer(Collection<EventTypes> types) {
        super(Jackson3Serializer.builder());
        Map<String, Class<?>> names = new HashMap<>();
        types.forEach(some -> names.putAll(some.byName()));
        this.byName = Map.copyOf(names);
        byName.forEach((name, type) -> byClass.put(type, name));
        types.stream().flatMap(some -> some.upcasters().stream()).forEach(this::note);
    }

    private void note(Upcaster upcaster) {
        boolean stored = byName.containsKey(upcaster.from());
        if (stored || upcasters.put(upcaster.from(), upcaster) != null) {
            throw new IllegalStateException("two ways to read " + upcaster.from());
        }
    }

    /** A fact of a former name is read as that of today. */
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the signature is Axon's
    public <S, T> T deserialize(SerializedObject<S> stored) {
        String name = stored.getType().getName();
        if (!upcasters.containsKey(name)) {
            return super.deserialize(stored);
        }
        String json =
                stored.getData() instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(stored.getData());
        JsonNode fact = JSON.readTree(json);
        for (Upcaster next = upcasters.get(name); next != null; next = upcasters.get(name)) {
            fact = next.change().apply((ObjectNode) fact);
            name = next.to();
        }
        return super.deserialize(new SimpleSerializedObject<>(JSON.writeValueAsBytes(fact), byte[].class, name, null));
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        SerializedObject<T> written = super.serialize(object, expectedRepresentation);
        if (object instanceof DomainEvent event) {
            String json = written.getData() instanceof byte[] bytes
                    ? new String(bytes, UTF_8)
                    : String.valueOf(written.getData());
            EventLaw.check(event.getClass(), json);
        } else if (object instanceof MetaData meta) {
            EventLaw.checkBeside(meta);
        }
        return written;
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature is Axon's
    public SerializedType typeForClass(Class type) {
        String name = byClass.get(type);
        return name == null ? super.typeForClass(type) : new SimpleSerializedType(name, null);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        String name = type.getName();
        while (upcasters.containsKey(name)) {
            name = upcasters.get(name).to();
        }
        Class<?> known = byName.get(name);
        if (known != null) {
            return known;
        }
        boolean axons = type.getName().startsWith("org.axonframework.messaging.MetaData")
                || SerializedType.emptyType().equals(type);
        return axons ? super.classForType(type) : UnknownSerializedType.class;
    }
}
