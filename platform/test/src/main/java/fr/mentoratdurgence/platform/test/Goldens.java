package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.store.StoredForm;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JSON of every fact that a service stores, private ones included, as it stands in stores: what was approved once is
 * read for ever, by this version as by the next, also under the name of a former meaning.
 */
final class Goldens {
    private static final Path APPROVED = Path.of("src/test/resources/approved/events-golden.txt");
    private static final Path RECEIVED = Path.of("target/events-golden-received.txt");

    /** Numbers to try where a record refuses some: small ones, and minutes of a day. */
    private static final int[] STEPS = {1, 60, 7};

    private Goldens() {}

    /**
     * Reads every approved line, and compares what is written today with them. A line is only ever added: what was found
     * is written to {@code target/events-golden-received.txt}.
     */
    static void approve(EventTypes types) throws IOException {
        StoredForm form = new StoredForm(types);
        Set<String> lines = new LinkedHashSet<>(Files.exists(APPROVED) ? Files.readAllLines(APPROVED) : List.of());
        List<String> approved = List.copyOf(lines);
        for (String line : approved) {
            String[] fact = line.split(" ", 2);
            assertThat(form.read(fact[0], fact[1])).as(line).isNotNull();
        }
        types.byName().forEach((name, type) -> {
            DomainEvent sample = (DomainEvent) sample(type);
            String json = form.write(sample);
            assertThat(form.read(name, json)).as(name).isEqualTo(sample);
            lines.add(name + " " + json);
        });
        Files.writeString(RECEIVED, lines.stream().collect(Collectors.joining("\n", "", "\n")));
        assertThat(List.copyOf(lines))
                .as("facts as they are stored, see %s: a shape that is new is added, none is taken away", RECEIVED)
                .isEqualTo(approved);
    }

    private static Object sample(Class<?> record) {
        RuntimeException refused = null;
        for (int step : STEPS) {
            try {
                return sample(record, step);
            } catch (IllegalArgumentException outOfBounds) {
                refused = outOfBounds;
            }
        }
        throw new IllegalStateException("no sample of " + record, refused);
    }

    private static Object sample(Class<?> record, int step) {
        RecordComponent[] components = record.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i].getGenericType(), components[i].getName(), step * (i + 1));
        }
        try {
            Constructor<?> canonical = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException failed) {
            throw new IllegalArgumentException(record.getName(), failed.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(Type type, String name, int number) {
        if (type instanceof ParameterizedType many) {
            Object one = value(many.getActualTypeArguments()[0], name, number);
            return many.getRawType() == Set.class ? Set.of(one) : new ArrayList<>(List.of(one));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return plain.isRecord()
                ? sample(plain)
                : Objects.requireNonNull(plainValues(name, number).get(plain), plain::getName);
    }

    private static Map<Class<?>, Object> plainValues(String name, int number) {
        return Map.ofEntries(
                Map.entry(String.class, name.toLowerCase(Locale.ROOT) + "-1"),
                Map.entry(int.class, number),
                Map.entry(Integer.class, number),
                Map.entry(long.class, (long) number),
                Map.entry(Long.class, (long) number),
                Map.entry(boolean.class, true),
                Map.entry(Boolean.class, true),
                Map.entry(BigInteger.class, BigInteger.valueOf(number)),
                Map.entry(LocalDate.class, LocalDate.of(2020, 4, 6)),
                Map.entry(Instant.class, Instant.parse("2020-04-06T08:00:00Z")));
    }
}
