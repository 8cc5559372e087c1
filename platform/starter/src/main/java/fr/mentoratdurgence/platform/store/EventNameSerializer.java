package fr.mentoratdurgence.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Stores events under logical names that outlive classes and packages. The names are an allow-list too: nothing else
 * is ever loaded. What would break the law of events is refused before it is stored.
 */
final class EventNameSerializer extends Jackson3Serializer {
    private final Map<String, Class<?>> byName;
    private final Map<Class<?>, String> byClass = new HashMap<>();

    EventNameSerializer(Map<String, Class<?>> byName) {
        super(Jackson3Serializer.builder());
        this.byName = Map.copyOf(byName);
        byName.forEach((name, type) -> byClass.put(type, name));
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
        Class<?> known = byName.get(type.getName());
        if (known != null) {
            return known;
        }
        boolean axons = type.getName().startsWith("org.axonframework.messaging.MetaData")
                || SerializedType.emptyType().equals(type);
        return axons ? super.classForType(type) : UnknownSerializedType.class;
    }
}
