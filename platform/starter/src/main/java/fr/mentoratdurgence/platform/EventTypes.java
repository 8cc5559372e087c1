package fr.mentoratdurgence.platform;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events that a service may store and read back: names and allow-list at once.
 *
 * @param prefix      for example {@code needs}; a stored name is {@code needs.NeedDeclared}
 * @param sealedTypes sealed interfaces of event records
 * @param upcasters   how facts of former names are read
 */
public record EventTypes(String prefix, List<Class<? extends DomainEvent>> sealedTypes, List<Upcaster> upcasters) {

    /** Events that all stand under the names of today. */
    public EventTypes(String prefix, List<Class<? extends DomainEvent>> sealedTypes) {
        this(prefix, sealedTypes, List.of());
    }

    /** All event records by their stored name. */
    public Map<String, Class<?>> byName() {
        Map<String, Class<?>> names = new LinkedHashMap<>();
        for (Class<?> type : leaves(sealedTypes)) {
            Class<?> twin = names.put(prefix + "." + type.getSimpleName(), type);
            if (twin != null) {
                throw new IllegalStateException("two events of one name: " + twin + ", " + type);
            }
        }
        return names;
    }

    /** The records behind sealed types, in order. */
    public static List<Class<?>> leaves(List<? extends Class<?>> types) {
        List<Class<?>> records = new ArrayList<>();
        for (Class<?> type : types) {
            if (type.isSealed()) {
                records.addAll(leaves(List.of(type.getPermittedSubclasses())));
            } else {
                records.add(type);
            }
        }
        return records;
    }
}
