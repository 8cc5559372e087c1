package fr.mentoratdurgence.reporting.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of the few names that come again and again, found by the bytes of the name. */
final class Spellings<T> {
    private static final class Known<T> {
        final byte[] name;
        final T value;

        Known(byte[] name, T value) {
            this.name = name;
            this.value = value;
        }

        boolean is(byte[] bytes, int start, int length) {
            if (name.length != length) {
                return false;
            }
            // names of one service begin alike: the difference is found sooner from the end
            for (int i = length - 1; i >= 0; i--) {
                if (name[i] != bytes[start + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Function<String, T> learn;
    private @Nullable Known<T>[] slots = empty(64);
    private int size;

    Spellings(Function<String, T> learn) {
        this.learn = learn;
    }

    T of(byte[] bytes, int start, int length) {
        int slot = slot(bytes, start, length);
        Known<T> known = slots[slot];
        if (known != null) {
            return known.value;
        }
        String name = new String(bytes, start, length, UTF_8);
        Known<T> learnt = new Known<>(name.getBytes(UTF_8), learn.apply(name));
        slots[slot] = learnt;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return learnt.value;
    }

    private int slot(byte[] bytes, int start, int length) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = hash * 31 + bytes[i];
        }
        int mask = slots.length - 1;
        int slot = (hash ^ hash >>> 13) & mask;
        while (true) {
            Known<T> known = slots[slot];
            if (known == null || known.is(bytes, start, length)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    private void grow() {
        @Nullable Known<T>[] before = slots;
        slots = empty(before.length * 2);
        for (Known<T> known : before) {
            if (known != null) {
                slots[slot(known.name, 0, known.name.length)] = known;
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> @Nullable Known<T>[] empty(int length) {
        return new Known[length];
    }
}
