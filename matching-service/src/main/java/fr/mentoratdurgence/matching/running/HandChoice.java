package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.engine.Candidate;
import fr.mentoratdurgence.matching.engine.Engine;
import fr.mentoratdurgence.matching.engine.HardRule;
import fr.mentoratdurgence.matching.engine.Pairing;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.matching.proposing.FreeLine;
import fr.mentoratdurgence.matching.proposing.FreeMentor;
import fr.mentoratdurgence.matching.proposing.ProtectiveRule;
import fr.mentoratdurgence.platform.OperationDay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whom somebody may choose for a line, and what speaks against each; of all that is stored in this moment. */
public final class HandChoice {
    private final LiveMatching live;
    private final PolicyVersions policies;
    private final Clock clock;

    HandChoice(LiveMatching live, PolicyVersions policies, Clock clock) {
        this.live = live;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Whom somebody may choose for a line.
     *
     * @param free   free mentors, those who fit first, then by points
     * @param barred free mentors who meet all wishes, and whom a rule that protects the young person bars from the line
     * @param held    mentors who would fit, and are held back until a coordinator decides
     * @param expired mentors who would fit, and have no proof of good standing that counts
     */
    public record Choices(
            List<Suggestion> free, List<Suggestion> barred, List<Suggestion> held, List<Suggestion> expired) {}

    private record Supply(
            List<Candidate> free, List<Candidate> held, List<Candidate> expired, Set<Pairing> exclusions) {}

    /** The first rule that protects the young person and stands between; null = none. */
    public static @Nullable HardRule bar(Suggestion suggestion) {
        return suggestion.explanation().broken().stream()
                .filter(HardRule.protective()::contains)
                .findFirst()
                .orElse(null);
    }

    /** Choices for a line, so many of each kind at most, and besides these whom somebody looked for. */
    public Choices choices(FreeLine line, int most, Collection<String> sought) {
        LocalDate today = today();
        Policy policy = policies.active();
        Supply supply = live.known(known -> new Supply(
                known.input().mentors(FreeMentor::proposable, today),
                known.input().mentors(barredBy(ProtectiveRule.MENTOR_HELD), today),
                known.input().mentors(barredBy(ProtectiveRule.PROOF_EXPIRED), today),
                known.input().exclusions(line)));
        List<Suggestion> all = assessed(line, supply.free(), supply.exclusions(), policy);
        return new Choices(
                first(all, s -> bar(s) == null, s -> true, most, sought),
                first(
                        all,
                        s -> bar(s) != null,
                        s -> HardRule.protective().containsAll(s.explanation().broken()),
                        most,
                        sought),
                first(
                        assessed(line, supply.held(), supply.exclusions(), policy),
                        s -> true,
                        HandChoice::fits,
                        most,
                        sought),
                first(
                        assessed(line, supply.expired(), supply.exclusions(), policy),
                        s -> true,
                        HandChoice::fits,
                        most,
                        sought));
    }

    /** A mentor who has not left, barred or not. */
    public Optional<Candidate> mentor(String mentor) {
        return live.known(known -> known.input().active(mentor, today()));
    }

    /** Whether somebody was ever active as this mentor. */
    public boolean knows(String mentor) {
        return live.known(known -> known.input().knows(mentor));
    }

    /** Points and wishes of a pairing that somebody chose; empty where the mentor has left. */
    public Optional<Suggestion> assess(FreeLine line, String mentor, Policy policy) {
        return mentor(mentor).map(found -> Engine.assess(line.waiting(today()), found, Set.of(), policy));
    }

    private static Predicate<FreeMentor> barredBy(ProtectiveRule rule) {
        return mentor -> mentor.active() && mentor.barred().filter(rule::equals).isPresent();
    }

    private static boolean fits(Suggestion suggestion) {
        return suggestion.explanation().broken().isEmpty();
    }

    /** Of this kind, the first so many of those that are worth showing, and whom somebody looked for. */
    private static List<Suggestion> first(
            List<Suggestion> assessed,
            Predicate<Suggestion> kind,
            Predicate<Suggestion> worth,
            int most,
            Collection<String> sought) {
        List<Suggestion> ofKind = assessed.stream().filter(kind).toList();
        Set<String> shown = ofKind.stream()
                .filter(worth)
                .limit(most)
                .map(Suggestion::mentor)
                .collect(Collectors.toSet());
        return ofKind.stream()
                .filter(s -> shown.contains(s.mentor()) || sought.contains(s.mentor()))
                .toList();
    }

    private List<Suggestion> assessed(FreeLine line, List<Candidate> mentors, Set<Pairing> exclusions, Policy policy) {
        LocalDate today = today();
        return mentors.stream()
                .filter(mentor -> mentor.capacity() > 0)
                .map(mentor -> Engine.assess(line.waiting(today), mentor, exclusions, policy))
                .sorted(Comparator.comparingInt(
                                (Suggestion s) -> s.explanation().broken().size())
                        .thenComparing(
                                Comparator.comparingInt(Suggestion::score).reversed())
                        .thenComparing(Suggestion::mentor))
                .toList();
    }

    private LocalDate today() {
        return OperationDay.of(clock.instant());
    }
}
