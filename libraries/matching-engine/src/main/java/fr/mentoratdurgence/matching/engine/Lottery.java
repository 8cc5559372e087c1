package fr.mentoratdurgence.matching.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Chance that can be repeated: one order for each seed, whatever order the input has. */
record Lottery(long seed) {

    /** An item with its number; two with the same number go by their keys. */
    record Drawn<T>(int number, String key, T item) implements Comparable<Drawn<T>> {
        @Override
        public int compareTo(Drawn<T> other) {
            int order = Integer.compare(number, other.number);
            return order != 0 ? order : key.compareTo(other.key);
        }
    }

    /** The order that the seed draws. */
    <T> Comparator<T> order(Function<T, String> key) {
        ToIntFunction<T> draw = item -> number(key.apply(item));
        return Comparator.comparingInt(draw).thenComparing(key);
    }

    /** Items as the seed draws, each with its key; key and number of each are found once. */
    <T> List<Drawn<T>> draw(Collection<T> items, Function<T, String> key) {
        List<Drawn<T>> drawn = numbered(items, key);
        drawn.sort(null);
        return drawn;
    }

    /** Items by a first order, then as the seed draws. */
    <T> List<Drawn<T>> draw(Collection<T> items, Comparator<T> first, Function<T, String> key) {
        List<Drawn<T>> drawn = numbered(items, key);
        drawn.sort((a, b) -> {
            int order = first.compare(a.item, b.item);
            return order != 0 ? order : a.compareTo(b);
        });
        return drawn;
    }

    private <T> List<Drawn<T>> numbered(Collection<T> items, Function<T, String> key) {
        List<Drawn<T>> drawn = new ArrayList<>(items.size());
        for (T item : items) {
            String name = key.apply(item);
            drawn.add(new Drawn<>(number(name), name, item));
        }
        return drawn;
    }

    private int number(String key) {
        return mix(seed ^ key.hashCode());
    }

    /** Finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static int mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return (int) (z ^ (z >>> 31));
    }
}
