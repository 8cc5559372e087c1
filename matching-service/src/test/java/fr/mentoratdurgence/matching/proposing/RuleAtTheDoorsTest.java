package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.Examples.NOW;
import static fr.mentoratdurgence.matching.proposing.Examples.propose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.Candidate;
import fr.mentoratdurgence.matching.engine.Engine;
import fr.mentoratdurgence.matching.engine.HardRule;
import fr.mentoratdurgence.matching.engine.Pairing;
import fr.mentoratdurgence.matching.engine.WaitingLine;
import fr.mentoratdurgence.matching.files.PolicyFile;
import fr.mentoratdurgence.matching.profile.Grade;
import fr.mentoratdurgence.matching.profile.Level;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HeldForReview;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofExpired;
import fr.mentoratdurgence.matching.proposing.LoadEvent.StructureExcluded;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EstablishPolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenNeed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The rules that protect a young person stand twice: in the engine, of profiles, and at the doors, of streams. For
 * random places, mentors and policies the two refuse the same. Drawn from seeds, so that a failure can be looked at
 * again.
 */
class RuleAtTheDoorsTest {
    private static final PolicyContent POLICY = PolicyContent.of(PolicyFile.read(1));

    /** What the engine calls the rule; of the mentor's file and of holds it knows nothing: it is not given such mentors. */
    private static final Map<ProtectiveRule, HardRule> IN_THE_ENGINE = new EnumMap<>(Map.of(
            ProtectiveRule.MINOR_MENTOR, HardRule.MINOR_MENTOR,
            ProtectiveRule.FAMILY_LINK, HardRule.FAMILY_LINK,
            ProtectiveRule.PAIRING_EXCLUDED, HardRule.NOT_EXCLUDED));

    private static final LocalDate TODAY = LocalDate.of(2020, 4, 20);

    private final Map<String, List<DomainEvent>> store = new HashMap<>();

    /** One drawing: a place, a mentor, what was decided about the two, and the policy's levels for minors. */
    private record Drawn(
            PlaceProfile place,
            MentorProfile mentor,
            boolean excluded,
            boolean held,
            boolean expired,
            Set<LevelBand> minors) {}

    @Test
    void the_engine_and_the_doors_refuse_the_same() {
        Map<String, Integer> answers = new HashMap<>();
        for (long seed = 0; seed < 3_000; seed++) {
            Drawn drawn = draw(new Random(seed));
            Set<HardRule> broken = EnumSet.noneOf(HardRule.class);
            broken.addAll(Engine.assess(
                            new WaitingLine("need-1", 1, drawn.place(), "94", PriorityAudience.REP, 0, 1),
                            new Candidate("mentor-1", drawn.mentor(), 1),
                            drawn.excluded() ? Set.of(new Pairing("need-1", 1, "mentor-1")) : Set.of(),
                            content(drawn.minors()).policy(1))
                    .explanation()
                    .broken());
            broken.retainAll(HardRule.protective());
            ProtectiveRule expected = expected(drawn, broken);

            assertThat(refusalOfAProposal(drawn))
                    .as("proposal, seed %d: %s", seed, drawn)
                    .isEqualTo(expected);
            assertThat(refusalOfAYes(drawn)).as("yes, seed %d: %s", seed, drawn).isEqualTo(expected);
            answers.merge(String.valueOf(expected), 1, Integer::sum);
        }
        assertThat(answers).hasSize(ProtectiveRule.values().length + 1);
        assertThat(answers.values()).allMatch(times -> times > 100);
    }

    @Test
    void each_protective_rule_of_the_engine_stands_at_the_doors() {
        assertThat(IN_THE_ENGINE.values()).containsExactlyInAnyOrderElementsOf(HardRule.protective());
    }

    /** The first that stands between, in the order of the doors; null = none. */
    private static @Nullable ProtectiveRule expected(Drawn drawn, Set<HardRule> broken) {
        for (ProtectiveRule rule : ProtectiveRule.values()) {
            boolean stands = switch (rule) {
                case MENTOR_HELD -> drawn.held();
                case PROOF_EXPIRED -> drawn.expired();
                case MINOR_MENTOR, FAMILY_LINK, PAIRING_EXCLUDED -> broken.contains(IN_THE_ENGINE.get(rule));
            };
            if (stands) {
                return rule;
            }
        }
        return null;
    }

    private @Nullable ProtectiveRule refusalOfAProposal(Drawn drawn) {
        world(drawn.place(), drawn);
        decided(drawn);
        return refusal(propose("proposal-a", "need-1", "mentor-1", "account-r"));
    }

    /** What broke a rule after the proposal, whatever it is, is seen when the mentor says yes. */
    private @Nullable ProtectiveRule refusalOfAYes(Drawn drawn) {
        PlaceProfile harmless =
                new PlaceProfile(LevelBand.COLLEGE_6_5, List.of(), List.of(), List.of(), List.of(), null, null, true);
        store.clear();
        given(need(harmless), new OpenMentor("mentor-1", adult(), 1));
        given(propose("proposal-a", "need-1", "mentor-1", "account-r"));
        List<DomainEvent> proposal = store.get("proposal-a");
        List<DomainEvent> reserved = tail("seats-1");
        List<DomainEvent> capacity = tail("load-1");
        world(drawn.place(), drawn);
        stream("proposal-a").addAll(proposal);
        stream("seats-1").addAll(reserved);
        stream("load-1").addAll(capacity);
        decided(drawn);
        return refusal(new AcceptProposal("proposal-a", NOW));
    }

    private List<DomainEvent> tail(String stream) {
        List<DomainEvent> all = stream(stream);
        return List.copyOf(all.subList(1, all.size()));
    }

    private void world(PlaceProfile place, Drawn drawn) {
        store.clear();
        given(
                new EstablishPolicy(content(drawn.minors()), "system", NOW),
                need(place),
                new OpenMentor("mentor-1", drawn.mentor(), 1));
    }

    private void decided(Drawn drawn) {
        if (drawn.excluded()) {
            if (drawn.mentor().adult()) { // of the line, or of the structure whole: the same to every door
                stream("seats-1").add(new PairingExcluded("seats-1", 1, "mentor-1", null, "account-r"));
            } else {
                String structure =
                        ((SeatsOpened) stream("seats-1").getFirst()).qualified().structure();
                stream("load-1")
                        .add(new StructureExcluded("load-1", structure, "94", ExclusionReason.TOO_CLOSE, "account-r"));
            }
        }
        if (drawn.held()) {
            stream("load-1").add(new HeldForReview("load-1", TODAY));
        }
        if (drawn.expired()) {
            stream("load-1").add(new ProofExpired("load-1", TODAY));
        }
    }

    private @Nullable ProtectiveRule refusal(MatchingCommand command) {
        DecisionSession session = new DecisionSession(this::stream);
        Rejection refused = catchThrowableOfType(Rejection.class, () -> {
            var _ = MatchingUseCases.handle(command, session);
        });
        if (refused == null) {
            return null;
        }
        for (ProtectiveRule rule : ProtectiveRule.values()) {
            if (refused.is(rule)) {
                return rule;
            }
        }
        throw refused;
    }

    private void given(MatchingCommand... commands) {
        for (MatchingCommand command : commands) {
            DecisionSession session = new DecisionSession(this::stream);
            var _ = MatchingUseCases.handle(command, session);
            session.added().forEach(added -> stream(added.stream()).addAll(added.events()));
        }
    }

    private List<DomainEvent> stream(String id) {
        return store.computeIfAbsent(id, _ -> new ArrayList<>());
    }

    private static OpenNeed need(PlaceProfile place) {
        OpenNeed any = Examples.need("need-1", 1);
        return new OpenNeed(
                any.need(),
                new QualifiedNeed(
                        any.qualified().structure(),
                        any.qualified().referent(),
                        any.qualified().departement(),
                        any.qualified().academie(),
                        any.qualified().priorityAudience(),
                        List.of(new SeatLine(1, 1, place)),
                        any.qualified().declaredOn()));
    }

    private static MentorProfile adult() {
        return new MentorProfile(true, "94", false, List.of(), List.of(), List.of(), List.of(), null, null);
    }

    private static Drawn draw(Random draw) {
        LevelBand band = List.of(LevelBand.values()).get(draw.nextInt(LevelBand.values().length));
        Grade[] grades = Grade.values();
        int from = draw.nextInt(grades.length);
        int to = from + draw.nextInt(grades.length - from);
        Level level = draw.nextInt(3) == 0 ? new Level(grades[from], grades[to], null) : null;
        Boolean familyLink = draw.nextInt(3) == 0 ? null : Boolean.valueOf(draw.nextInt(3) > 0);
        Set<LevelBand> minors = EnumSet.noneOf(LevelBand.class);
        for (LevelBand each : LevelBand.values()) {
            if (draw.nextBoolean()) {
                minors.add(each);
            }
        }
        PlaceProfile place =
                new PlaceProfile(band, List.of(), List.of(), List.of(), List.of(), level, null, familyLink);
        MentorProfile mentor = new MentorProfile(
                draw.nextBoolean(),
                draw.nextBoolean() ? "94" : "75",
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
        return new Drawn(place, mentor, draw.nextInt(6) == 0, draw.nextInt(6) == 0, draw.nextInt(6) == 0, minors);
    }

    private static PolicyContent content(Set<LevelBand> minors) {
        return new PolicyContent(
                POLICY.proposalHours(),
                POLICY.rules(),
                POLICY.minimumCommonMinutes(),
                List.copyOf(minors),
                POLICY.audiencePoints(),
                POLICY.pointsPerWaitingDay(),
                POLICY.floors(),
                POLICY.fit(),
                POLICY.commonHoursCounted(),
                POLICY.mentorWeeksCounted(),
                POLICY.referentLoadLimit());
    }
}
