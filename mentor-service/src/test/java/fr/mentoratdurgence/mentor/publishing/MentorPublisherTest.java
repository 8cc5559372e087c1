package fr.mentoratdurgence.mentor.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofExpired;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofRenewed;
import fr.mentoratdurgence.contracts.mentors.v1.MentorActivated;
import fr.mentoratdurgence.contracts.mentors.v1.MentorApplied;
import fr.mentoratdurgence.contracts.mentors.v1.MentorHeldForReview;
import fr.mentoratdurgence.contracts.mentors.v1.MentorReviewEnded;
import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.mentor.identity.Likeness;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent;
import fr.mentoratdurgence.mentor.onboarding.Offer;
import fr.mentoratdurgence.mentor.onboarding.Origin;
import fr.mentoratdurgence.mentor.onboarding.ProofKind;
import fr.mentoratdurgence.mentor.onboarding.ReturnDecision;
import fr.mentoratdurgence.mentor.onboarding.Skill;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MentorPublisherTest {
    private static final LocalDate DAY = LocalDate.of(2020, 4, 20);
    private final MentorPublisher publisher = new MentorPublisher();

    @Test
    void an_active_mentor_is_told_as_the_contract_s_sample_shows_it() throws IOException {
        Offer offer = new Offer(
                true,
                2,
                List.of(new Skill(Subject.MATHS, LevelBand.COLLEGE_6_5, LevelBand.COLLEGE_4_3)),
                List.of(SupportKind.METHOD),
                List.of(Channel.VIDEO, Channel.PHONE),
                List.of(new WeeklySlot(DayOfWeek.WEDNESDAY, 780, 1080)));
        try (InputStream sample =
                ContractTypes.class.getResourceAsStream("/contracts/mentors/v1/mentor-activated.json")) {
            MentorActivated expected =
                    JsonMapper.shared().readValue(Objects.requireNonNull(sample), MentorActivated.class);
            assertThat(publisher
                            .telling()
                            .translate(new MentorEvent.MentorActivated(expected.mentor(), true, "94", offer, DAY)))
                    .contains(expected);
        }
    }

    @Test
    void an_application_of_the_time_before_associations_were_asked_has_none() {
        MentorEvent.MentorApplied stored = JsonMapper.shared().readValue("""
                        {"mentor":"mentor-1","origin":"FORM","adult":true,"departement":"94","appliedOn":"2020-04-20"}""", MentorEvent.MentorApplied.class);
        assertThat(publisher.telling().translate(stored))
                .contains(new MentorApplied("mentor-1", "FORM", true, "94", DAY, null));
        assertThat(publisher
                        .telling()
                        .translate(new MentorEvent.MentorApplied("mentor-1", Origin.IMPORT, true, "94", DAY, "NQT")))
                .contains(new MentorApplied("mentor-1", "IMPORT", true, "94", DAY, "NQT"));
    }

    @Test
    void that_a_proof_expired_or_was_renewed_is_told_without_what_was_shown() {
        assertThat(publisher.telling().translate(new MentorEvent.GoodStandingProofExpired("mentor-1", DAY)))
                .contains(new GoodStandingProofExpired("mentor-1", DAY));
        assertThat(publisher.telling().translate(new MentorEvent.GoodStandingProofRenewed("mentor-1", DAY)))
                .contains(new GoodStandingProofRenewed("mentor-1", DAY));
    }

    @Test
    void that_a_file_is_looked_into_is_told_and_neither_why_nor_what_was_decided() {
        assertThat(publisher.telling().translate(new MentorEvent.HeldForReview("mentor-1", DAY)))
                .contains(new MentorHeldForReview("mentor-1", DAY));
        assertThat(publisher.telling().translate(new MentorEvent.ReviewEnded("mentor-1", DAY)))
                .contains(new MentorReviewEnded("mentor-1", DAY));
        assertThat(publisher
                        .telling()
                        .translate(new MentorEvent.PossibleReturnNoticed(
                                "mentor-1", "mentor-0", List.of(Likeness.PHONE), DAY)))
                .isEmpty();
        assertThat(publisher
                        .telling()
                        .translate(
                                new MentorEvent.PossibleReturnReviewed("mentor-1", ReturnDecision.OTHER_PERSON, DAY)))
                .isEmpty();
    }

    @Test
    void what_was_shown_as_proof_stays_here() {
        assertThat(publisher
                        .telling()
                        .translate(new MentorEvent.GoodStandingProofSeen(
                                "mentor-1", ProofKind.B3_SHOWN, DAY, DAY.plusMonths(3))))
                .isEmpty();
        assertThat(publisher.telling().translate(new MentorEvent.PasswordRenewed("mentor-1", DAY)))
                .isEmpty();
        assertThat(publisher.telling().translate(new MentorEvent.AccountOpened("mentor-1", "account-1", DAY)))
                .isEmpty();
    }
}
