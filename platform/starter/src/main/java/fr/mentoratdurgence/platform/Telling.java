package fr.mentoratdurgence.platform;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The table of what a service tells: each of its events becomes a contract, or stays at home, on purpose. An event that
 * stands in no row is refused at the start of the service.
 */
public final class Telling {

    /**
     * One row.
     *
     * @param events   types of events
     * @param contract what becomes of them; nothing where they stay at home
     */
    public record Row(List<? extends Class<?>> events, Optional<Function<DomainEvent, Object>> contract) {}

    private final String topic;
    private final Function<Class<?>, String> names;
    private final Map<Class<?>, Row> rows = new LinkedHashMap<>();

    private Telling(String topic, Function<Class<?>, String> names) {
        this.topic = topic;
        this.names = names;
    }

    /**
     * A table of these rows.
     *
     * @param topic for example {@code needs.v1}
     * @param names the name under which a contract travels
     */
    public static Telling of(String topic, Function<Class<?>, String> names, Row... table) {
        Telling telling = new Telling(topic, names);
        for (Row row : table) {
            for (Class<?> event : row.events()) {
                if (telling.rows.put(event, row) != null) {
                    throw new IllegalStateException("told twice: " + event);
                }
            }
        }
        return telling;
    }

    /** These events become a contract. */
    public static <E extends DomainEvent> Row tell(Class<E> event, Function<E, Object> contract) {
        return new Row(List.of(event), Optional.of(told -> contract.apply(event.cast(told))));
    }

    /** These events stay at home; of a sealed interface, all. */
    public static Row keep(Class<?>... events) {
        return new Row(EventTypes.leaves(List.of(events)), Optional.empty());
    }

    /** Where it is told. */
    public String topic() {
        return topic;
    }

    /**
     * The contract of this fact, or nothing where it stays at home.
     *
     * @throws IllegalStateException where it stands in no row
     */
    public Optional<Object> translate(DomainEvent event) {
        return row(event.getClass()).contract().map(made -> made.apply(event));
    }

    /** Whether events of this type are told. */
    public boolean tells(Class<?> event) {
        return row(event).contract().isPresent();
    }

    /** The name under which a contract travels, for example {@code needs.need-declared.v1}. */
    public String nameOf(Object contract) {
        return names.apply(contract.getClass());
    }

    /**
     * Looks whether all events of the service stand in the table, and nothing else.
     *
     * @throws IllegalStateException naming what does not
     */
    public void checkAgainst(Collection<? extends Class<?>> events) {
        List<Class<?>> wrong = new ArrayList<>(events);
        wrong.removeAll(rows.keySet());
        rows.keySet().stream().filter(event -> !events.contains(event)).forEach(wrong::add);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("neither told nor kept, or no event of this service: " + wrong);
        }
    }

    private Row row(Class<?> event) {
        Row row = rows.get(event);
        if (row == null) {
            throw new IllegalStateException("neither told nor kept: " + event);
        }
        return row;
    }
}
