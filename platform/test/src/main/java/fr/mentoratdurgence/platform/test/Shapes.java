package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.EventTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Freezes the stored events of a service: names and fields are compared with an approved file. It also walks every type
 * and refuses what the law of events forbids.
 */
public final class Shapes {
    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            int.class,
            long.class,
            boolean.class,
            Boolean.class,
            Integer.class,
            Long.class,
            BigInteger.class,
            LocalDate.class,
            Instant.class);

    private Shapes() {}

    /**
     * Compares with {@code src/test/resources/approved/events.txt}, and the JSON of each with {@code
     * approved/events-golden.txt}, of which every line is read; on a difference what was found is written beside it
     * under {@code target/events-received.txt}: look at it, and approve by copying if the change is a new fact.
     */
    public static void approve(EventTypes types) {
        Map<String, Class<?>> names = types.byName();
        names.values().forEach(Shapes::obeyTheLaw);
        String received = names.entrySet().stream()
                .map(e -> e.getKey() + shape(e.getValue()))
                .collect(Collectors.joining("\n", "", "\n"));
        Path approved = Path.of("src/test/resources/approved/events.txt");
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target/events-received.txt"), received);
            assertThat(received)
                    .as("stored events, see target/events-received.txt")
                    .isEqualTo(Files.exists(approved) ? Files.readString(approved) : "");
            Goldens.approve(types);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Fails on a component that could hold a person's data: anything but ids and codes (String, checked again when
     * stored), closed codes, numbers, booleans, dates, instants, records and lists of these.
     */
    public static void obeyTheLaw(Class<?> event) {
        assertThat(event.isRecord()).as(event + " is a record").isTrue();
        for (RecordComponent component : event.getRecordComponents()) {
            check(component.getGenericType(), event + "." + component.getName());
        }
    }

    private static void check(Type type, String where) {
        if (type instanceof ParameterizedType list
                && (list.getRawType() == List.class || list.getRawType() == Set.class)) {
            check(list.getActualTypeArguments()[0], where);
        } else if (type instanceof Class<?> c && (PLAIN.contains(c) || c.isEnum())) {
            boolean telling =
                    where.matches("(?i).*\\.[^.]*(name|mail|phone|birth|address|comment|note|text|label|city)[^.]*");
            assertThat(telling && c == String.class)
                    .as(where + " sounds like personal data or free text")
                    .isFalse();
        } else if (type instanceof Class<?> c && c.isRecord()) {
            obeyTheLaw(c);
        } else {
            throw new AssertionError(where + ": " + type.getTypeName() + " has no place in an event");
        }
    }

    private static String shape(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(c -> c.getName() + ": " + name(c.getGenericType()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String name(Type type) {
        if (type instanceof ParameterizedType list) {
            return "[" + name(list.getActualTypeArguments()[0]) + "]";
        }
        Class<?> c = (Class<?>) type;
        return c.isRecord() ? c.getSimpleName() + shape(c) : c.getSimpleName();
    }
}
