package fr.mentoratdurgence.matching.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Chance that can be repeated: one order for each seed, whatever order the input has. */
record Lottery(long seed) {

    /** The order that the seed draws. */
    <T> Comparator<T> order(Function<T, String> key) {
        ToIntFunction<T> draw = item -> mix(seed ^ key.apply(item).hashCode());
        return Comparator.comparingInt(draw).thenComparing(key);
    }

    /** Items by a first order, then as the seed draws; the number of each is drawn once. */
    <T> List<T> sorted(Collection<T> items, Comparator<T> first, Function<T, String> key) {
        return items.stream()
                .map(item -> new Drawn<>(mix(seed ^ key.apply(item).hashCode()), key.apply(item), item))
                .sorted(Comparator.comparing((Drawn<T> drawn) -> drawn.item, first)
                        .thenComparingInt(Drawn::number)
                        .thenComparing(Drawn::key))
                .map(Drawn::item)
                .toList();
    }

    private record Drawn<T>(int number, String key, T item) {}

    /** Finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static int mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return (int) (z ^ (z >>> 31));
    }
}
