package fr.mentoratdurgence.matching.hearing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.followup.v1.InterventionStepTaken;
import fr.mentoratdurgence.contracts.followup.v1.MentorProtected;
import fr.mentoratdurgence.contracts.followup.v1.PairHandedOver;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.SeatDecided;
import fr.mentoratdurgence.contracts.mentors.v1.MentorActivated;
import fr.mentoratdurgence.contracts.mentors.v1.MentorHeldForReview;
import fr.mentoratdurgence.contracts.mentors.v1.MentorReviewEnded;
import fr.mentoratdurgence.contracts.needs.v1.NeedHandedOver;
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualified;
import fr.mentoratdurgence.contracts.needs.v1.NeedReferentAssigned;
import fr.mentoratdurgence.contracts.needs.v1.NeedReleased;
import fr.mentoratdurgence.contracts.needs.v1.WeeklySlot;
import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.MatchingCommand;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.BeginProbation;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndProbation;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndReview;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.FreeSeat;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.HoldForReview;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.InterruptPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PassNeedOn;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PassPairOn;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ProtectMentor;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.messaging.CloudEvents;
import fr.mentoratdurgence.platform.test.Consumers;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of codes that a later version of another service tells. */
@Tag("reliability")
class MatchingInboxTest {
    private static final LocalDate DAY = LocalDate.of(2020, 4, 20);
    private static final WeeklySlot WEDNESDAY = new WeeklySlot("WEDNESDAY", 840, 960);
    private static final WeeklySlot OTHER = new WeeklySlot("FERIE", 840, 960);

    @Test
    void the_table_of_contracts_says_what_is_heard_here() throws IOException {
        Consumers.check("matching", new MatchingInbox((_, _) -> {}).hearing().heard());
    }

    @Test
    void a_line_asks_for_what_is_known_of_it() {
        PlaceProfile line = profile(new NeedLine(
                1,
                "COLLEGE_6_5",
                2,
                List.of("METHOD", "ROBOTICS"),
                List.of("CHINESE_OPERA", "MATHS"),
                List.of("VIDEO", "HOLOGRAM"),
                List.of(OTHER, WEDNESDAY),
                false));

        assertThat(line.subjects()).containsExactly(Subject.MATHS);
        assertThat(line.channels()).containsExactly(Channel.VIDEO);
        assertThat(line.slots()).hasSize(1);
    }

    @Test
    void a_line_that_would_ask_for_anything_or_of_no_known_level_waits_with_its_whole_need() {
        NeedLine known = line("COLLEGE_6_5", List.of("MATHS"), List.of("VIDEO"), List.of(WEDNESDAY));
        for (NeedLine unknown : List.of(
                line("PREPA", List.of("MATHS"), List.of("VIDEO"), List.of()),
                line("COLLEGE_6_5", List.of("CHINESE_OPERA"), List.of("VIDEO"), List.of()),
                line("COLLEGE_6_5", List.of("MATHS"), List.of("HOLOGRAM"), List.of()),
                line("COLLEGE_6_5", List.of("MATHS"), List.of("VIDEO"), List.of(OTHER)))) {
            assertThatThrownBy(() -> command(need(known, unknown)))
                    .as(unknown.toString())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("knows no code of");
        }
        assertThat(profile(line("COLLEGE_6_5", List.of(), List.of(), List.of())).subjects())
                .isEmpty();
    }

    @Test
    void a_mentor_offers_less_and_never_more_than_was_told() {
        MentorProfile mentor = profile(
                List.of(
                        skill("MATHS", "COLLEGE_6_5", "LYCEE_GT"),
                        skill("MATHS", "COLLEGE_6_5", "PREPA"),
                        skill("CHINESE_OPERA", "COLLEGE_6_5", "LYCEE_GT")),
                List.of("HOLOGRAM", "PHONE"),
                List.of(WEDNESDAY, OTHER));

        assertThat(mentor.skills()).hasSize(1);
        assertThat(mentor.channels()).containsExactly(Channel.PHONE);
        assertThat(mentor.slots()).hasSize(1);
        assertThat(profile(List.of(skill("CHINESE_OPERA", "COLLEGE_6_5", "LYCEE_GT")), List.of(), List.of())
                        .skills())
                .isEmpty();
        assertThatThrownBy(() -> profile(List.of(), List.of(), List.of(OTHER)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> profile(List.of(), List.of("HOLOGRAM"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_an_interruption_to_protect_the_young_person_holds_the_mentor_back() {
        assertThat(hold("SAFEGUARDING")).isEqualTo(HoldReason.SAFEGUARDING);
        assertThat(hold("SCHEDULE")).isNull();
        assertThat(hold("A_REASON_OF_TOMORROW")).isNull();
    }

    @Test
    void a_file_that_is_looked_into_holds_the_mentor_back_until_the_review_has_ended() {
        assertThat(command(new MentorHeldForReview("mentor-1", DAY))).isEqualTo(new HoldForReview("mentor-1", DAY));
        assertThat(command(new InterventionStepTaken("pair-1", "mentor-1", "PROBATION", DAY)))
                .isEqualTo(new BeginProbation("mentor-1", "pair-1", DAY));
        assertThat(command(new InterventionStepTaken("pair-1", "mentor-1", "PROBATION_ENDED", DAY)))
                .isEqualTo(new EndProbation("mentor-1", "pair-1", DAY));
        assertThat(command(new MentorReviewEnded("mentor-1", DAY))).isEqualTo(new EndReview("mentor-1", DAY));
    }

    @Test
    void a_pair_that_is_handed_over_is_passed_on() {
        assertThat(command(new PairHandedOver("pair-1", "need-1", "mentor-1", "account-1", "account-2", null, DAY)))
                .isInstanceOfSatisfying(PassPairOn.class, passed -> {
                    assertThat(passed.pair()).isEqualTo("pair-1");
                    assertThat(passed.to()).isEqualTo("account-2");
                });
    }

    @Test
    void a_need_is_with_who_follows_it_now() {
        assertThat(command(new NeedHandedOver("need-1", "account-1", "account-2", "ABSENT", null, DAY)))
                .isEqualTo(new PassNeedOn("need-1", "account-2"));
        assertThat(command(new NeedReleased("need-1", "account-2", "NO_TIME", DAY)))
                .isEqualTo(new PassNeedOn("need-1", null));
        assertThat(command(new NeedReferentAssigned("need-1", "account-3")))
                .isEqualTo(new PassNeedOn("need-1", "account-3"));
    }

    @Test
    void what_becomes_of_the_place_decides_whether_it_is_free_again() {
        assertThat(((InterruptPair) command(interrupted("SCHEDULE", "REPLACE"))).replace())
                .isTrue();
        assertThat(((InterruptPair) command(interrupted("RETURN_TO_SCHOOL", "CLOSE"))).replace())
                .isFalse();
        assertThat(((InterruptPair) command(interrupted("SAFEGUARDING", "CLOSE"))).hold())
                .isEqualTo(HoldReason.SAFEGUARDING);
        assertThat(command(new SeatDecided("pair-1", "need-1", 1, 1, "mentor-1", "REPLACE", null, DAY)))
                .isEqualTo(new FreeSeat("pair-1", "need-1"));
    }

    private static PairInterrupted interrupted(String reason, String afterwards) {
        return new PairInterrupted("pair-1", "need-1", 1, 1, "mentor-1", "YOUTH", reason, afterwards, null, DAY);
    }

    private static @Nullable HoldReason hold(String reason) {
        InterruptPair command = (InterruptPair) command(
                new PairInterrupted("pair-1", "need-1", 1, 1, "mentor-1", "YOUTH", reason, "REPLACE", null, DAY));
        assertThat(command.by()).isEqualTo("account-test");
        return command.hold();
    }

    private static PlaceProfile profile(NeedLine line) {
        return ((OpenNeed) command(need(line))).qualified().lines().getFirst().profile();
    }

    private static MentorProfile profile(
            List<fr.mentoratdurgence.contracts.mentors.v1.Skill> skills,
            List<String> channels,
            List<WeeklySlot> slots) {
        return ((OpenMentor) command(new MentorActivated(
                        "mentor-1",
                        true,
                        "94",
                        false,
                        2,
                        skills,
                        List.of("METHOD"),
                        channels,
                        slots.stream()
                                .map(s -> new fr.mentoratdurgence.contracts.mentors.v1.WeeklySlot(
                                        s.day(), s.startMinute(), s.endMinute()))
                                .toList(),
                        DAY)))
                .profile();
    }

    @Test
    void a_protection_without_a_pair_holds_the_mentor_and_one_with_a_pair_is_told_by_its_interruption() {
        assertThat(command(new MentorProtected("concern-1", "mentor-1", null, DAY)))
                .isEqualTo(new ProtectMentor("mentor-1", "concern-1", "account-test", Instant.EPOCH));
        assertThat(commands(new MentorProtected("concern-1", "mentor-1", "pair-1", DAY)))
                .isEmpty();
    }

    private static fr.mentoratdurgence.contracts.mentors.v1.Skill skill(String subject, String from, String to) {
        return new fr.mentoratdurgence.contracts.mentors.v1.Skill(subject, from, to);
    }

    private static NeedLine line(String level, List<String> subjects, List<String> channels, List<WeeklySlot> slots) {
        return new NeedLine(2, level, 1, List.of("METHOD"), subjects, channels, slots, false);
    }

    private static NeedQualified need(NeedLine... lines) {
        return new NeedQualified(
                "need-1", "structure-1", "account-1", "94", "24", "NEW_AUDIENCE", List.of(lines), DAY, DAY);
    }

    private static MatchingCommand command(Object contract) {
        return commands(contract).getFirst();
    }

    private static List<MatchingCommand> commands(Object contract) {
        byte[] envelope = CloudEvents.envelope(
                "event-1",
                "/test",
                ContractTypes.nameOf(contract.getClass()),
                "subject",
                Instant.EPOCH,
                0,
                Map.of("actor", "account-test", "role", "referent", "correlationId", "test"),
                contract);
        List<MatchingCommand> sent = new ArrayList<>();
        new MatchingInbox((command, _) -> sent.add(command))
                .hearing()
                .on(ReceivedEvent.parse(new String(envelope, UTF_8)));
        return sent;
    }
}
