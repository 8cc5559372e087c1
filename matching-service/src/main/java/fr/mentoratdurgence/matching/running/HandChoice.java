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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    /** Choices for a line, so many of each kind at most. */
    public Choices choices(FreeLine line, int most) {
        LocalDate today = today();
        Policy policy = policies.active();
        Supply supply = live.known(known -> new Supply(
                known.input().mentors(FreeMentor::proposable, today),
                known.input().mentors(barredBy(ProtectiveRule.MENTOR_HELD), today),
                known.input().mentors(barredBy(ProtectiveRule.PROOF_EXPIRED), today),
                known.input().exclusions(line)));
        List<Suggestion> all = assessed(line, supply.free(), supply.exclusions(), policy);
        return new Choices(
                all.stream().filter(s -> bar(s) == null).limit(most).toList(),
                all.stream()
                        .filter(s -> bar(s) != null
                                && HardRule.protective()
                                        .containsAll(s.explanation().broken()))
                        .limit(most)
                        .toList(),
                wouldFit(assessed(line, supply.held(), supply.exclusions(), policy), most),
                wouldFit(assessed(line, supply.expired(), supply.exclusions(), policy), most));
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

    private static List<Suggestion> wouldFit(List<Suggestion> assessed, int most) {
        return assessed.stream()
                .filter(s -> s.explanation().broken().isEmpty())
                .limit(most)
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
