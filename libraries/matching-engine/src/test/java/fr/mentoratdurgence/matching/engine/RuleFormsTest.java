package fr.mentoratdurgence.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.Skill;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A hard rule stands in four forms, because each is asked at another speed: one rule at a time, all rules in one look,
 * a whole market by masks, and one pairing for somebody's eyes. For random pairs and policies they say the same, and
 * what the words of the rule say. Drawn from seeds, so that a failure can be looked at again.
 */
class RuleFormsTest {
    private static final int PROBLEMS = 4_000;
    private static final int MINUTES_PER_WEEK = 7 * 24 * 60;

    private int fitting;
    private int byMasks;
    private final Set<HardRule> seenBroken = EnumSet.noneOf(HardRule.class);

    @Test
    void all_forms_of_a_rule_agree() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Random draw = new Random(seed);
            Policy policy = policy(draw);
            WaitingLine line = Instances.line(draw, "need-1", 1);
            List<Candidate> mentors = new ArrayList<>();
            Set<Pairing> exclusions = new HashSet<>();
            for (int k = 0; k < 6; k++) {
                Candidate mentor = candidate(draw, line, "mentor-" + k);
                mentors.add(mentor);
                if (draw.nextInt(5) == 0) {
                    exclusions.add(new Pairing(line.need(), line.line(), mentor.mentor()));
                }
            }
            agree(seed, policy, whole(draw, line), mentors, exclusions);
        }
        // the drawing reaches both answers, each rule and both ways through the market
        assertThat(fitting).isBetween(PROBLEMS / 2, PROBLEMS * 5);
        assertThat(byMasks).isBetween(PROBLEMS / 4, PROBLEMS * 5);
        assertThat(seenBroken).isEqualTo(EnumSet.allOf(HardRule.class));
    }

    private void agree(long seed, Policy policy, WaitingLine line, List<Candidate> mentors, Set<Pairing> exclusions) {
        Fit fit = new Fit(policy);
        Asked asked = fit.asked(line, Set.of());
        Supply supply = new Supply(fit);
        List<Integer> nodes = new ArrayList<>();
        for (Candidate mentor : mentors) {
            nodes.add(node(supply, fit, mentor, excluded(line, mentor, exclusions), asked.key()));
        }
        supply.find(asked);
        for (int k = 0; k < mentors.size(); k++) {
            Candidate mentor = mentors.get(k);
            Offered offered = fit.offered(mentor.profile(), mentor.activeDays());
            boolean excluded = excluded(line, mentor, exclusions);
            List<HardRule> broken = policy.rules().stream()
                    .filter(rule -> !inWords(rule, policy, line, mentor.profile(), excluded))
                    .sorted()
                    .toList();
            seenBroken.addAll(broken);
            String pair = "seed %d, mentor %d: %s and %s under %s".formatted(seed, k, line, mentor, policy);

            // one rule at a time
            assertThat(policy.rules().stream()
                            .filter(rule -> !fit.holds(rule, asked, offered, excluded))
                            .sorted())
                    .as("one by one, %s", pair)
                    .isEqualTo(broken);
            assertThat(fit.firstBroken(asked, offered, excluded))
                    .as("the first, %s", pair)
                    .isEqualTo(broken.isEmpty() ? null : broken.getFirst());

            // all but the exclusions in one look
            boolean fits = broken.stream().allMatch(rule -> rule == HardRule.NOT_EXCLUDED);
            int points = fit.pointsIfFit(asked, offered);
            assertThat(points != Fit.UNFIT).as("in one look, %s", pair).isEqualTo(fits);
            assertThat(fit.fits(asked, offered)).isEqualTo(fits);
            if (fits) {
                assertThat(points).as("points, %s", pair).isEqualTo(fit.points(asked, offered));
            }

            // the whole market
            int at = at(supply.found, nodes.get(k));
            assertThat(at >= 0).as("found in the market, %s", pair).isEqualTo(broken.isEmpty());
            if (at >= 0) {
                assertThat(supply.points.get(at))
                        .as("points in the market, %s", pair)
                        .isEqualTo(points);
                fitting++;
                byMasks += fit.plain(asked) && fit.plain(offered) ? 1 : 0;
            }

            // for somebody's eyes
            Suggestion shown = Engine.assess(line, mentor, exclusions, policy);
            assertThat(shown.explanation().broken()).as("shown, %s", pair).isEqualTo(broken);
            assertThat(shown.explanation().checked())
                    .isEqualTo(policy.rules().stream()
                            .filter(rule -> !broken.contains(rule))
                            .sorted()
                            .toList());
            assertThat(shown.score())
                    .as("the terms add up, %s", pair)
                    .isEqualTo(shown.explanation().terms().stream()
                            .mapToInt(TermPoints::points)
                            .sum());
            assertThat(shown.score()).isEqualTo((int) (asked.weight() - 1 + fit.points(asked, offered)));
        }
    }

    /** What the words of the rule say, of the profiles themselves. */
    private static boolean inWords(
            HardRule rule, Policy policy, WaitingLine line, MentorProfile mentor, boolean excluded) {
        PlaceProfile place = line.profile();
        return switch (rule) {
            case FAMILY_LINK -> !place.lacksFamilyLink();
            case TERRITORY -> mentor.anywhere() || mentor.departement().equals(line.departement());
            case MINOR_MENTOR -> mentor.adult() || place.within(policy.minorMentorBands());
            case SUBJECT_AT_LEVEL ->
                place.subjects().isEmpty()
                        || place.subjects().stream().anyMatch(subject -> covers(mentor, subject, place.levels()));
            case SUPPORT -> anyOf(place.supports(), mentor.supports());
            case CHANNEL -> anyOf(place.channels(), mentor.channels());
            case LANGUAGE -> place.language() == null || spoken(mentor).contains(place.language());
            case COMMON_SLOT ->
                place.slots().isEmpty()
                        || mentor.slots().isEmpty()
                        || longest(place.slots(), mentor.slots()) >= policy.minimumCommonMinutes();
            case NOT_EXCLUDED -> !excluded;
        };
    }

    private static boolean covers(MentorProfile mentor, Subject subject, int levels) {
        int covered = 0;
        for (Skill skill : mentor.skills()) {
            covered |= skill.subject() == subject ? skill.levels() : 0;
        }
        return (covered & levels) == levels;
    }

    private static boolean anyOf(List<?> wished, List<?> given) {
        return wished.isEmpty() || given.isEmpty() || !Collections.disjoint(wished, given);
    }

    private static List<String> spoken(MentorProfile mentor) {
        List<String> languages = mentor.languages();
        return languages == null || languages.isEmpty() ? List.of("fr") : languages;
    }

    /** The longest stretch of minutes that both have free. */
    private static int longest(List<WeeklySlot> some, List<WeeklySlot> others) {
        BitSet common = minutes(some);
        common.and(minutes(others));
        int longest = 0;
        for (int start = common.nextSetBit(0); start >= 0; start = common.nextSetBit(common.nextClearBit(start))) {
            longest = Math.max(longest, common.nextClearBit(start) - start);
        }
        return longest;
    }

    private static BitSet minutes(List<WeeklySlot> slots) {
        BitSet minutes = new BitSet(MINUTES_PER_WEEK);
        for (WeeklySlot slot : slots) {
            int day = (slot.day().getValue() - 1) * 24 * 60;
            minutes.set(day + slot.startMinute(), day + slot.endMinute());
        }
        return minutes;
    }

    private static int node(Supply supply, Fit fit, Candidate mentor, boolean excluded, String line) {
        Offered offered = fit.offered(mentor.profile(), mentor.activeDays());
        // as the live plan does it: exclusions that the policy does not look at are none
        Set<String> lines = excluded && fit.rules().contains(HardRule.NOT_EXCLUDED) ? Set.of(line) : Set.of();
        Supply.Group group = supply.existing(offered, lines, null);
        return (group == null ? supply.create(offered, lines, null) : group).node();
    }

    private static boolean excluded(WaitingLine line, Candidate mentor, Set<Pairing> exclusions) {
        return exclusions.contains(new Pairing(line.need(), line.line(), mentor.mentor()));
    }

    private static int at(IntList nodes, int node) {
        for (int k = 0; k < nodes.size(); k++) {
            if (nodes.get(k) == node) {
                return k;
            }
        }
        return -1;
    }

    /** Half of the lines in whole hours and without a family to ask, so that masks alone may compare them. */
    private static WaitingLine whole(Random draw, WaitingLine line) {
        return draw.nextBoolean() ? line : with(line, hours(draw));
    }

    private static WaitingLine with(WaitingLine line, List<WeeklySlot> slots) {
        PlaceProfile p = line.profile();
        return new WaitingLine(
                line.need(),
                line.line(),
                new PlaceProfile(
                        p.levelBand(), p.supports(), p.subjects(), p.channels(), slots, p.level(), p.language(), true),
                line.departement(),
                line.audience(),
                line.waitingDays(),
                line.seats());
    }

    /** Half of the mentors are drawn towards the line, or hardly a pair would fit. */
    private static Candidate candidate(Random draw, WaitingLine line, String id) {
        Candidate any = Instances.candidate(draw, id, 1);
        if (draw.nextBoolean()) {
            return any;
        }
        MentorProfile p = any.profile();
        List<Skill> skills = new ArrayList<>(p.skills());
        line.profile()
                .subjects()
                .forEach(subject -> skills.add(new Skill(subject, LevelBand.CP_CE2, LevelBand.LYCEE_PRO)));
        return new Candidate(
                id,
                new MentorProfile(
                        draw.nextInt(6) > 0,
                        p.departement(),
                        draw.nextBoolean(),
                        skills,
                        draw.nextBoolean() ? List.of() : p.supports(),
                        draw.nextBoolean() ? List.of() : p.channels(),
                        hours(draw),
                        p.languages(),
                        null),
                1,
                any.activeDays());
    }

    private static List<WeeklySlot> hours(Random draw) {
        List<WeeklySlot> hours = new ArrayList<>();
        for (int k = draw.nextInt(3); k > 0; k--) {
            int start = 60 * (14 + draw.nextInt(4));
            hours.add(new WeeklySlot(DayOfWeek.of(1 + draw.nextInt(2)), start, start + 60 * (1 + draw.nextInt(4))));
        }
        return hours;
    }

    private static Policy policy(Random draw) {
        Set<HardRule> rules = EnumSet.allOf(HardRule.class);
        rules.removeIf(_ -> draw.nextInt(6) == 0);
        Map<Term, Integer> points = new EnumMap<>(Term.class);
        for (Term term : EnumSet.range(Term.SUBJECTS, Term.MENTOR_WAITING)) {
            if (draw.nextBoolean()) {
                points.put(term, draw.nextInt(21) - (term == Term.SUBJECTS_MISSING ? 20 : 0));
            }
        }
        Set<LevelBand> minors = EnumSet.noneOf(LevelBand.class);
        for (LevelBand band : LevelBand.values()) {
            if (draw.nextBoolean()) {
                minors.add(band);
            }
        }
        return new Policy(
                1,
                72,
                rules,
                new int[] {30, 60, 60, 90, 120}[draw.nextInt(5)],
                minors,
                Map.of(PriorityAudience.REP_PLUS, 40, PriorityAudience.REP, 30),
                1,
                Map.of(),
                points,
                draw.nextInt(4),
                draw.nextInt(5),
                0);
    }
}
