package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mentor, ready to be compared with thousands of lines. Two mentors who are equal here are interchangeable: what
 * the policy does not look at is left out.
 */
final class Offered {
    final boolean adult;
    final boolean anywhere;
    final String departement;
    final int[] levelsOf;
    private final int known;
    final int supports;
    final int channels;
    final @Nullable Set<String> languages;
    final SlotSet slots;
    final int waitingPoints;

    Offered(
            boolean adult,
            boolean anywhere,
            String departement,
            int[] levelsOf,
            int supports,
            int channels,
            @Nullable Set<String> languages,
            SlotSet slots,
            int waitingPoints) {
        this.adult = adult;
        this.anywhere = anywhere;
        this.departement = departement;
        this.levelsOf = levelsOf;
        int subjects = 0;
        for (int subject = 0; subject < levelsOf.length; subject++) {
            subjects |= levelsOf[subject] == 0 ? 0 : 1 << subject;
        }
        known = subjects;
        this.supports = supports;
        this.channels = channels;
        this.languages = languages;
        this.slots = slots;
        this.waitingPoints = waitingPoints;
    }

    /** The subjects out of some that are covered over all of the levels. */
    int subjectsAt(int levels, int among) {
        int covered = 0;
        for (int rest = levels == 0 ? among : among & known; rest != 0; rest &= rest - 1) {
            int subject = Integer.numberOfTrailingZeros(rest);
            if ((levelsOf[subject] & levels) == levels) {
                covered |= 1 << subject;
            }
        }
        return covered;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Offered o
                && adult == o.adult
                && anywhere == o.anywhere
                && departement.equals(o.departement)
                && Arrays.equals(levelsOf, o.levelsOf)
                && supports == o.supports
                && channels == o.channels
                && Objects.equals(languages, o.languages)
                && slots.equals(o.slots)
                && waitingPoints == o.waitingPoints;
    }

    @Override
    public int hashCode() {
        int hash = Arrays.hashCode(levelsOf);
        hash = 31 * hash + departement.hashCode();
        hash = 31 * hash + slots.hashCode();
        hash = 31 * hash + supports;
        hash = 31 * hash + channels;
        return 31 * hash + waitingPoints * 4 + (adult ? 2 : 0) + (anywhere ? 1 : 0);
    }
}
