package fr.mentoratdurgence.matching.engine;

import static fr.mentoratdurgence.matching.engine.Instances.POLICY;
import static fr.mentoratdurgence.matching.engine.Instances.line;
import static fr.mentoratdurgence.matching.engine.Instances.mathsInSixieme;
import static fr.mentoratdurgence.matching.engine.Instances.mathsTeacher;
import static fr.mentoratdurgence.matching.engine.Instances.mentor;
import static fr.mentoratdurgence.matching.engine.Instances.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.matching.engine.Explanation.Rival;
import fr.mentoratdurgence.matching.engine.Explanation.RivalReason;
import fr.mentoratdurgence.matching.engine.WhyWaiting.RuleCount;
import fr.mentoratdurgence.matching.profile.Grade;
import fr.mentoratdurgence.matching.profile.Level;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.Skill;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngineTest {

    @Test
    void as_many_places_as_possible_are_served_before_points_count() {
        WaitingLine urgent = line("need-a", 1, PriorityAudience.REP_PLUS, 300);
        WaitingLine onlyGerman = line("need-b", 1, asking(LevelBand.COLLEGE_6_5, List.of(Subject.GERMAN), List.of()));
        Candidate both = offering("mentor-both", List.of(Subject.MATHS, Subject.GERMAN));
        Candidate maths = mentor("mentor-maths", 1);

        ExplainedPlan outcome = Engine.solve(problem(List.of(urgent, onlyGerman), List.of(both, maths)));

        assertThat(outcome.suggestions())
                .extracting(Suggestion::need, Suggestion::mentor)
                .containsExactlyInAnyOrder(tuple("need-a", "mentor-maths"), tuple("need-b", "mentor-both"));
    }

    @Test
    void a_priority_audience_comes_first_when_mentors_are_short() {
        ExplainedPlan outcome = Engine.solve(problem(
                List.of(line("need-a", 1), line("need-b", 1, PriorityAudience.REP_PLUS, 0)),
                List.of(mentor("mentor-1", 1))));
        assertThat(outcome.suggestions()).extracting(Suggestion::need).containsExactly("need-b");
        assertThat(outcome.waiting())
                .containsExactly(new ExplainedPlan.Waiting(
                        "need-a",
                        1,
                        1,
                        new WhyWaiting(
                                1,
                                List.of(),
                                1,
                                0,
                                new WhyWaiting.Outbid(PriorityAudience.REP_PLUS, "need-b", 1, 41, 1))));
    }

    @Test
    void a_long_wait_overtakes_a_priority_audience_because_waiting_never_saturates() {
        ExplainedPlan outcome = Engine.solve(problem(
                List.of(line("need-a", 1, PriorityAudience.NONE, 90), line("need-b", 1, PriorityAudience.REP_PLUS, 0)),
                List.of(mentor("mentor-1", 1))));
        assertThat(outcome.suggestions()).extracting(Suggestion::need).containsExactly("need-a");
    }

    @Test
    void a_suggestion_says_where_its_points_come_from_and_who_was_not_taken() {
        MentorProfile elsewhere = new MentorProfile(
                true,
                "75",
                true,
                mathsTeacher().skills(),
                mathsTeacher().supports(),
                mathsTeacher().channels(),
                List.of(),
                null,
                null);
        ExplainedPlan outcome = Engine.solve(problem(
                List.of(line("need-a", 1, PriorityAudience.REP, 3)),
                List.of(mentor("mentor-near", 1), new Candidate("mentor-far", elsewhere, 1))));

        Suggestion suggestion = outcome.suggestions().getFirst();
        assertThat(suggestion.mentor()).isEqualTo("mentor-near");
        assertThat(suggestion.score()).isEqualTo(30 + 3 + 10 + 4 + 6 + 5);
        assertThat(suggestion.explanation().terms())
                .containsExactly(
                        new TermPoints(Term.PRIORITY_AUDIENCE, 30),
                        new TermPoints(Term.WAITING, 3),
                        new TermPoints(Term.SUBJECTS, 10),
                        new TermPoints(Term.SUPPORTS, 4),
                        new TermPoints(Term.COMMON_TIME, 6),
                        new TermPoints(Term.SAME_DEPARTEMENT, 5));
        assertThat(suggestion.explanation().rival()).isEqualTo(new Rival("mentor-far", 53, RivalReason.FEWER_POINTS));
    }

    @Test
    void a_waiting_line_says_which_rule_removed_how_many_mentors() {
        PlaceProfile german = asking(LevelBand.COLLEGE_6_5, List.of(Subject.GERMAN), List.of());
        Problem problem = new Problem(
                List.of(line("need-a", 2, german)),
                List.of(
                        mentor("mentor-1", 1),
                        mentor("mentor-2", 1),
                        offering("mentor-3", List.of(Subject.GERMAN)),
                        offering("mentor-4", List.of(Subject.GERMAN))),
                Set.of(new Pairing("need-a", 1, "mentor-3")),
                POLICY,
                1);
        assertThat(Engine.solve(problem).waiting())
                .containsExactly(new ExplainedPlan.Waiting(
                        "need-a",
                        1,
                        1,
                        new WhyWaiting(
                                4,
                                List.of(
                                        new RuleCount(HardRule.SUBJECT_AT_LEVEL, 2),
                                        new RuleCount(HardRule.NOT_EXCLUDED, 1)),
                                1,
                                0)));
    }

    @Test
    void each_hard_rule_stands_between_a_place_and_a_mentor() {
        MentorProfile good = mathsTeacher();
        assertThat(broken(mathsInSixieme(), good)).isEmpty();
        assertThat(broken(
                        mathsInSixieme(),
                        new MentorProfile(
                                true,
                                "75",
                                false,
                                good.skills(),
                                good.supports(),
                                good.channels(),
                                List.of(),
                                null,
                                null)))
                .containsExactly(HardRule.TERRITORY);
        assertThat(broken(
                        mathsInSixieme(),
                        new MentorProfile(
                                false,
                                "94",
                                false,
                                good.skills(),
                                good.supports(),
                                good.channels(),
                                List.of(),
                                null,
                                null)))
                .containsExactly(HardRule.MINOR_MENTOR);
        assertThat(broken(asking(LevelBand.LYCEE_PRO, List.of(Subject.MATHS), List.of()), good))
                .containsExactly(HardRule.SUBJECT_AT_LEVEL);
        assertThat(broken(
                        mathsInSixieme(),
                        new MentorProfile(
                                true,
                                "94",
                                false,
                                good.skills(),
                                List.of(SupportKind.CULTURE),
                                List.of(Channel.MESSAGING),
                                List.of(),
                                null,
                                null)))
                .containsExactly(HardRule.SUPPORT, HardRule.CHANNEL);
    }

    @Test
    void a_common_slot_must_last_an_hour() {
        PlaceProfile wednesday = asking(
                LevelBand.COLLEGE_6_5, List.of(), List.of(new WeeklySlot(DayOfWeek.WEDNESDAY, 14 * 60, 16 * 60)));
        assertThat(broken(wednesday, available(new WeeklySlot(DayOfWeek.WEDNESDAY, 15 * 60, 18 * 60))))
                .isEmpty();
        assertThat(broken(wednesday, available(new WeeklySlot(DayOfWeek.WEDNESDAY, 15 * 60 + 1, 18 * 60))))
                .containsExactly(HardRule.COMMON_SLOT);
        assertThat(broken(wednesday, available(new WeeklySlot(DayOfWeek.THURSDAY, 14 * 60, 16 * 60))))
                .containsExactly(HardRule.COMMON_SLOT);
    }

    @Test
    void a_place_without_subject_accepts_a_mentor_without_subject() {
        MentorProfile listening = new MentorProfile(
                true,
                "94",
                false,
                List.of(),
                List.of(SupportKind.HOMEWORK),
                List.of(Channel.VIDEO),
                List.of(),
                null,
                null);
        assertThat(broken(asking(LevelBand.LYCEE_PRO, List.of(), List.of()), listening))
                .isEmpty();
    }

    @Test
    void one_mentor_may_take_two_places_of_a_line() {
        ExplainedPlan outcome = Engine.solve(problem(List.of(line("need-a", 3)), List.of(mentor("mentor-1", 2))));
        assertThat(outcome.suggestions()).extracting(Suggestion::mentor).containsExactly("mentor-1", "mentor-1");
    }

    @Test
    void nothing_to_match_is_no_problem() {
        assertThat(Engine.solve(problem(List.of(), List.of())))
                .isEqualTo(new ExplainedPlan(List.of(), List.of(), new Value(0, 0, 0, 0), List.of(), List.of()));
    }

    @Test
    void a_language_and_a_family_link_are_asked_for_only_where_the_line_asks() {
        MentorProfile p = mathsTeacher();
        MentorProfile arabic = new MentorProfile(
                true, "94", false, p.skills(), p.supports(), p.channels(), List.of(), List.of("ar", "fr"), null);
        assertThat(broken(inPrimary("ar", true), p)).containsExactly(HardRule.LANGUAGE);
        assertThat(broken(inPrimary("ar", true), arabic)).isEmpty();
        assertThat(broken(inPrimary("fr", true), p)).isEmpty();
        assertThat(broken(inPrimary(null, false), p)).containsExactly(HardRule.FAMILY_LINK);
        assertThat(broken(inPrimary(null, null), p)).isEmpty();
    }

    @Test
    void a_subject_must_be_covered_over_all_grades_of_the_line() {
        Level sixthToThird = new Level(Grade.SIXIEME, Grade.TROISIEME, null);
        PlaceProfile line = new PlaceProfile(
                LevelBand.COLLEGE_6_5,
                List.of(),
                List.of(Subject.MATHS),
                List.of(),
                List.of(),
                sixthToThird,
                null,
                null);
        assertThat(broken(line, knowing(Skill.of(Subject.MATHS, sixthToThird)))).isEmpty();
        assertThat(broken(line, knowing(new Skill(Subject.MATHS, LevelBand.COLLEGE_6_5, LevelBand.COLLEGE_6_5))))
                .containsExactly(HardRule.SUBJECT_AT_LEVEL);
        assertThat(broken(
                        line,
                        knowing(
                                new Skill(Subject.MATHS, LevelBand.COLLEGE_6_5, LevelBand.COLLEGE_6_5),
                                new Skill(Subject.MATHS, LevelBand.COLLEGE_4_3, LevelBand.COLLEGE_4_3))))
                .isEmpty();
    }

    @Test
    void floors_come_before_coverage_and_a_shortfall_is_told() {
        Policy fair = Instances.WITH_FLOORS;
        WaitingLine old = line("need-a", 2, PriorityAudience.NONE, 400);
        WaitingLine rep = line("need-b", 4, PriorityAudience.REP, 0);
        ExplainedPlan outcome = Engine.solve(new Problem(
                List.of(old, rep), List.of(mentor("mentor-1", 1), mentor("mentor-2", 1)), Set.of(), fair, 1));
        assertThat(outcome.suggestions()).extracting(Suggestion::need).containsExactly("need-b", "need-b");
        assertThat(outcome.fairness())
                .contains(new ExplainedPlan.Fairness(PriorityAudience.REP, 4, 2, 2))
                .allSatisfy(f -> assertThat(f.shortfall()).isZero());
        ExplainedPlan tooFew =
                Engine.solve(new Problem(List.of(rep), List.of(mentor("mentor-1", 1)), Set.of(), fair, 1));
        assertThat(tooFew.fairness().getFirst().shortfall()).isEqualTo(1);
    }

    @Test
    void an_open_proposal_stays_where_nothing_is_lost_by_it() {
        List<WaitingLine> lines = List.of(line("need-a", 1), line("need-b", 1));
        List<Candidate> mentors = List.of(mentor("mentor-1", 1), mentor("mentor-2", 1), mentor("mentor-3", 1));
        for (String who : List.of("mentor-1", "mentor-2", "mentor-3")) {
            ExplainedPlan outcome = Engine.solve(
                    new Problem(lines, mentors, Set.of(), List.of(new Pairing("need-b", 1, who)), POLICY, 5));
            assertThat(outcome.suggestions())
                    .extracting(Suggestion::need, Suggestion::mentor)
                    .contains(tuple("need-b", who));
            assertThat(outcome.value().kept()).isEqualTo(1);
        }
    }

    @Test
    void a_hint_says_which_mentor_would_serve_one_more_place() {
        PlaceProfile german = asking(LevelBand.COLLEGE_4_3, List.of(Subject.GERMAN), List.of());
        ExplainedPlan outcome =
                Engine.solve(problem(List.of(line("need-a", 3, german)), List.of(mentor("mentor-1", 1))));
        assertThat(outcome.hints())
                .containsExactly(new ExplainedPlan.Hint(Subject.GERMAN, LevelBand.COLLEGE_4_3, null, 1, 1, 3));
    }

    @Test
    void a_rule_that_is_switched_off_stands_between_nobody() {
        Policy open = new Policy(
                1, 72, Set.of(), 60, Set.of(), Map.of(), 0, Map.of(), Map.of(Term.SUBJECTS_MISSING, -1), 0, 0, 0);
        PlaceProfile german = asking(LevelBand.LYCEE_PRO, List.of(Subject.GERMAN), List.of());
        ExplainedPlan outcome = Engine.solve(
                new Problem(List.of(line("need-a", 1, german)), List.of(mentor("mentor-1", 1)), Set.of(), open, 1));
        assertThat(outcome.suggestions()).extracting(Suggestion::score).containsExactly(-1);
    }

    @Test
    void points_that_could_turn_the_order_of_the_levels_are_refused() {
        Policy heavy = new Policy(
                1,
                72,
                Set.of(),
                60,
                Set.of(),
                Map.of(PriorityAudience.NONE, 1_000_000),
                0,
                Map.of(PriorityAudience.NONE, 50),
                Map.of(Term.SUBJECTS, 1_000_000),
                0,
                0,
                0);
        assertThatThrownBy(() -> Engine.solve(new Problem(
                        List.of(line("need-a", 1_000_000)), List.of(mentor("mentor-1", 1)), Set.of(), heavy, 1)))
                .isInstanceOf(WeightsOverflow.class);
    }

    private static PlaceProfile inPrimary(@Nullable String language, @Nullable Boolean familyLink) {
        return new PlaceProfile(
                LevelBand.CP_CE2,
                List.of(SupportKind.HOMEWORK),
                List.of(Subject.MATHS),
                List.of(),
                List.of(),
                null,
                language,
                familyLink);
    }

    private static MentorProfile knowing(Skill... skills) {
        return new MentorProfile(true, "94", false, List.of(skills), List.of(), List.of(), List.of(), null, null);
    }

    private static List<HardRule> broken(PlaceProfile place, MentorProfile mentor) {
        return Engine.assess(line("need-a", 1, place), new Candidate("mentor-1", mentor, 1), Set.of(), POLICY)
                .explanation()
                .broken();
    }

    private static PlaceProfile asking(LevelBand band, List<Subject> subjects, List<WeeklySlot> slots) {
        return new PlaceProfile(band, List.of(SupportKind.HOMEWORK), subjects, List.of(Channel.VIDEO), slots);
    }

    private static Candidate offering(String mentor, List<Subject> subjects) {
        MentorProfile p = mathsTeacher();
        List<Skill> skills = subjects.stream()
                .map(s -> new Skill(s, LevelBand.CP_CE2, LevelBand.LYCEE_PRO))
                .toList();
        return new Candidate(
                mentor,
                new MentorProfile(true, "94", false, skills, p.supports(), p.channels(), List.of(), null, null),
                1);
    }

    private static MentorProfile available(WeeklySlot slot) {
        MentorProfile p = mathsTeacher();
        return new MentorProfile(true, "94", false, p.skills(), p.supports(), p.channels(), List.of(slot), null, null);
    }
}
