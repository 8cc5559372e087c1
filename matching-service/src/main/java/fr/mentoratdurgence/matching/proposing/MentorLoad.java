package fr.mentoratdurgence.matching.proposing;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much one mentor carries (FR: charge). Stream {@code load-<uuid of the mentor>}.
 *
 * <p>It opens with the activation: the mentor takes so many pairs at once. A proposal reserves a part of it, a confirmed
 * match takes it, and it comes back with a no, a silence or the end of the pair. Nothing new is proposed to a mentor who
 * has left, whose proof of good standing has expired, who is held back because a pair was interrupted to protect the
 * young person, or into whose file the team looks: open proposals end in the decision that says so, pairs live on and are
 * looked at elsewhere. A coordinator decides about interrupted pairs, the team about its review, and neither ends the
 * other; a renewed proof counts at once. An exclusion that protects somebody stands here too, for a structure and the
 * mentor whole: it holds for needs that are not there yet. Who comes back after leaving finds pairs and holds as they were. A new reason to
 * hold somebody back is a fact that {@link MentorLoadDecider} remembers under {@link Active#held}, and a case in the
 * projection of the team's pages, which the compiler asks for; runs, the live plan, the season played again, the choice
 * by hand and all doors follow from these.
 */
sealed interface MentorLoad {

    /** Never activated. */
    record Inactive() implements MentorLoad {}

    /**
     * @param adult  18 or older
     * @param closed withdrawn: nothing new, pairs live on
     * @param used   by proposal
     * @param held   what nobody has decided about yet: interrupted pairs or worries, {@link #REVIEW}, and probations; or
     *               {@link #EXCLUDED}; none = may be proposed
     * @param structures which the mentor is not proposed to
     * @param proven a proof of good standing counts
     */
    record Active(
            String stream,
            boolean adult,
            int capacity,
            boolean closed,
            Map<String, Use> used,
            Set<String> held,
            Set<String> structures,
            boolean proven)
            implements MentorLoad {
        /** The file is looked into, where it is known. */
        static final String REVIEW = "review";

        /** A coordinator has decided against the mentor, for good. */
        static final String EXCLUDED = "excluded";

        private static final String PROBATION = "probation:";

        /** How a probation for this pair stands among the holds. */
        static String probation(String pair) {
            return PROBATION + pair;
        }

        Active with(String proposal, Use use) {
            Map<String, Use> changed = new HashMap<>(used);
            changed.put(proposal, use);
            return using(changed);
        }

        Active without(String proposal) {
            Map<String, Use> changed = new HashMap<>(used);
            changed.remove(proposal);
            return using(changed);
        }

        private Active using(Map<String, Use> changed) {
            return new Active(stream, adult, capacity, closed, Map.copyOf(changed), held, structures, proven);
        }

        private Active held(Set<String> changed) {
            return new Active(stream, adult, capacity, closed, used, Set.copyOf(changed), structures, proven);
        }

        private Active excludedFrom(Set<String> changed) {
            return new Active(stream, adult, capacity, closed, used, held, Set.copyOf(changed), proven);
        }

        /** Not to be proposed to any line of the structure. */
        Active excludedFrom(String structure) {
            Set<String> more = new HashSet<>(structures);
            more.add(structure);
            return excludedFrom(more);
        }

        Active readmittedTo(String structure) {
            Set<String> fewer = new HashSet<>(structures);
            fewer.remove(structure);
            return excludedFrom(fewer);
        }

        Active closing() {
            return new Active(stream, adult, capacity, true, used, held, structures, proven);
        }

        Active holding(String why) {
            Set<String> more = new HashSet<>(held);
            more.add(why);
            return held(more);
        }

        /** A coordinator has decided about all interrupted pairs; reviews and probations are decided elsewhere. */
        Active released() {
            return without(heldFor());
        }

        /** A coordinator has decided about all interrupted pairs, and the mentor does not come back. */
        Active excluding() {
            return released().holding(EXCLUDED);
        }

        Active reviewed() {
            return without(Set.of(REVIEW));
        }

        boolean onProbation(String pair) {
            return held.contains(probation(pair));
        }

        Active probationOver(String pair) {
            return without(Set.of(probation(pair)));
        }

        private Active without(Set<String> decided) {
            Set<String> left = new HashSet<>(held);
            left.removeAll(decided);
            return held(left);
        }

        boolean inReview() {
            return held.contains(REVIEW);
        }

        /** Interrupted pairs for which a coordinator has not decided yet. */
        Set<String> heldFor() {
            Set<String> pairs = new HashSet<>(held);
            pairs.removeIf(hold -> hold.equals(REVIEW) || hold.equals(EXCLUDED) || hold.startsWith(PROBATION));
            return Set.copyOf(pairs);
        }

        Active proving(boolean counts) {
            return new Active(stream, adult, capacity, closed, used, held, structures, counts);
        }

        Active passedOn(String pair, String referent) {
            Map<String, Use> changed = new HashMap<>(used);
            changed.replaceAll((_, use) -> pair.equals(use.pair()) ? new Use(pair, referent, use.by(), use.at()) : use);
            return using(changed);
        }

        /** The account that follows a pair, where it was counted. */
        Optional<String> referentOf(String pair) {
            return used.values().stream()
                    .filter(use -> pair.equals(use.pair()))
                    .map(Use::referent)
                    .filter(Objects::nonNull)
                    .findFirst();
        }

        /** Proposals that are not decided yet. */
        List<String> reservations() {
            return used.entrySet().stream()
                    .filter(use -> use.getValue().pair() == null)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }

    /** A reservation, later a pair with the account that follows it. */
    record Use(@Nullable String pair, @Nullable String referent, String by, Instant at) {}
}
