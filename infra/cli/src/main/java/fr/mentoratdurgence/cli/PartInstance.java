package fr.mentoratdurgence.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One process of a part. The first has the part's own name and port; an application may have more of them, which share
 * its work.
 *
 * @param number from 1 on
 */
public record PartInstance(Part part, int number) implements Comparable<PartInstance> {
    /** More on one machine say nothing that these do not. */
    public static final int MOST = 5;

    private static final Pattern NAME = Pattern.compile("([a-z]+)(?:-([0-9]))?");

    public PartInstance {
        if (number < 1 || number > MOST || (number > 1 && !Part.APPLICATIONS.contains(part))) {
            throw new IllegalArgumentException(part + " has no instance " + number);
        }
    }

    /** The one that every part has. */
    public static PartInstance first(Part part) {
        return new PartInstance(part, 1);
    }

    /** So many of a part. */
    public static Stream<PartInstance> of(Part part, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> new PartInstance(part, number));
    }

    /** The one of this name, as {@link #id} gives it. */
    public static Optional<PartInstance> named(String id) {
        Matcher name = NAME.matcher(id);
        if (!name.matches()) {
            return Optional.empty();
        }
        int number = name.group(2) == null ? 1 : Integer.parseInt(name.group(2));
        return Arrays.stream(Part.values())
                .filter(part -> part.id().equals(name.group(1)))
                .filter(part -> number == 1 || (Part.APPLICATIONS.contains(part) && number > 1 && number <= MOST))
                .map(part -> new PartInstance(part, number))
                .findFirst();
    }

    /** The name in logs and files. */
    public String id() {
        return number == 1 ? part.id() : part.id() + "-" + number;
    }

    /** The name that people know it by. */
    public String title() {
        return number == 1 ? part.title() : Texts.say("partie.autre", part.title(), number);
    }

    @Override
    public int compareTo(PartInstance other) {
        return Comparator.comparing(PartInstance::part)
                .thenComparingInt(PartInstance::number)
                .compare(this, other);
    }
}
