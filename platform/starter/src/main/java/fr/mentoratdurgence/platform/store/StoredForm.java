package fr.mentoratdurgence.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedObject;

/** How facts stand in the store, for who compares that with what stood there before. */
public final class StoredForm {
    private final EventNameSerializer serializer;

    /** The form of these. */
    public StoredForm(EventTypes types) {
        this.serializer = new EventNameSerializer(List.of(types));
    }

    /** Its JSON. */
    public String write(DomainEvent fact) {
        return serializer.serialize(fact, String.class).getData();
    }

    /**
     * The fact, as this version understands it.
     *
     * @param name under which it was stored, also a former one
     */
    public DomainEvent read(String name, String json) {
        Object fact =
                serializer.deserialize(new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, name, null));
        return (DomainEvent) fact;
    }
}
