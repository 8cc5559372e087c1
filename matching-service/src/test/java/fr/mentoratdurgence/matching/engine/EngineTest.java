package fr.mentoratdurgence.matching.engine;

import static fr.mentoratdurgence.matching.engine.Instances.POLICY;
import static fr.mentoratdurgence.matching.engine.Instances.line;
import static fr.mentoratdurgence.matching.engine.Instances.mathsInSixieme;
import static fr.mentoratdurgence.matching.engine.Instances.mathsTeacher;
import static fr.mentoratdurgence.matching.engine.Instances.mentor;
import static fr.mentoratdurgence.matching.engine.Instances.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.mentoratdurgence.matching.engine.Explanation.Rival;
import fr.mentoratdurgence.matching.engine.Explanation.RivalReason;
import fr.mentoratdurgence.matching.engine.WhyWaiting.RuleCount;
import fr.mentoratdurgence.matching.profile.Channel;
import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import fr.mentoratdurgence.matching.profile.Skill;
import fr.mentoratdurgence.matching.profile.Subject;
import fr.mentoratdurgence.matching.profile.SupportKind;
import fr.mentoratdurgence.matching.profile.WeeklySlot;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineTest {

    @Test
    void as_many_places_as_possible_are_served_before_points_count() {
        WaitingLine urgent = line("need-a", 1, PriorityAudience.REP_PLUS, 300);
        WaitingLine onlyGerman = line("need-b", 1, asking(LevelBand.COLLEGE_6_5, List.of(Subject.GERMAN), List.of()));
        Candidate both = offering("mentor-both", List.of(Subject.MATHS, Subject.GERMAN));
        Candidate maths = mentor("mentor-maths", 1);

        Outcome outcome = Engine.solve(problem(List.of(urgent, onlyGerman), List.of(both, maths)));

        assertThat(outcome.suggestions())
                .extracting(Suggestion::need, Suggestion::mentor)
                .containsExactlyInAnyOrder(tuple("need-a", "mentor-maths"), tuple("need-b", "mentor-both"));
    }

    @Test
    void a_priority_audience_comes_first_when_mentors_are_short() {
        Outcome outcome = Engine.solve(problem(
                List.of(line("need-a", 1), line("need-b", 1, PriorityAudience.REP_PLUS, 0)),
                List.of(mentor("mentor-1", 1))));
        assertThat(outcome.suggestions()).extracting(Suggestion::need).containsExactly("need-b");
        assertThat(outcome.waiting())
                .containsExactly(new Outcome.Waiting("need-a", 1, 1, new WhyWaiting(1, List.of(), 1, 0)));
    }

    @Test
    void a_long_wait_overtakes_a_priority_audience_because_waiting_never_saturates() {
        Outcome outcome = Engine.solve(problem(
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
                List.of());
        Outcome outcome = Engine.solve(problem(
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
                .containsExactly(new Outcome.Waiting(
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
                                true, "75", false, good.skills(), good.supports(), good.channels(), List.of())))
                .containsExactly(HardRule.TERRITORY);
        assertThat(broken(
                        mathsInSixieme(),
                        new MentorProfile(
                                false, "94", false, good.skills(), good.supports(), good.channels(), List.of())))
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
                                List.of())))
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
                true, "94", false, List.of(), List.of(SupportKind.HOMEWORK), List.of(Channel.VIDEO), List.of());
        assertThat(broken(asking(LevelBand.LYCEE_PRO, List.of(), List.of()), listening))
                .isEmpty();
    }

    @Test
    void one_mentor_may_take_two_places_of_a_line() {
        Outcome outcome = Engine.solve(problem(List.of(line("need-a", 3)), List.of(mentor("mentor-1", 2))));
        assertThat(outcome.suggestions()).extracting(Suggestion::mentor).containsExactly("mentor-1", "mentor-1");
    }

    @Test
    void nothing_to_match_is_no_problem() {
        assertThat(Engine.solve(problem(List.of(), List.of()))).isEqualTo(new Outcome(List.of(), List.of()));
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
                mentor, new MentorProfile(true, "94", false, skills, p.supports(), p.channels(), List.of()), 1);
    }

    private static MentorProfile available(WeeklySlot slot) {
        MentorProfile p = mathsTeacher();
        return new MentorProfile(true, "94", false, p.skills(), p.supports(), p.channels(), List.of(slot));
    }
}
