package fr.mentoratdurgence.matching.running;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.proposing.FreeMentor;
import fr.mentoratdurgence.matching.proposing.LoadEvent;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReserved;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HeldForReview;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadClosed;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadOpened;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorHeld;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofExpired;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofRenewed;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReviewEnded;
import fr.mentoratdurgence.matching.proposing.ProtectiveRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom a run is given: the deciders' own memory says it, of every kind of hold. */
class BarredMentorsTest {
    private static final LocalDate DAY = LocalDate.of(2020, 4, 20);
    private static final Instant NOW = Instant.parse("2020-04-20T09:00:00Z");
    private static final String LOAD = "load-1";
    private static final String MENTOR = "mentor-1";

    private final StoredInput input = new StoredInput();

    @Test
    void each_kind_of_hold_bars_until_the_decision_that_ends_it_and_no_other() {
        hear(opened(2));
        assertThat(given()).isTrue();

        hear(new MentorHeld(LOAD, "need-1", "pair-1", HoldReason.SAFEGUARDING, "account-r", NOW));
        hear(new HeldForReview(LOAD, DAY));
        assertThat(given()).isFalse();
        hear(new MentorReleased(LOAD, ReleaseReason.CLEARED, "account-c", NOW));
        assertThat(given()).as("the review is not ended by a release").isFalse();
        hear(new ReviewEnded(LOAD, DAY));
        assertThat(given()).isTrue();

        hear(new ProofExpired(LOAD, DAY));
        assertThat(given()).isFalse();
        hear(new ProofRenewed(LOAD, DAY));
        assertThat(given()).isTrue();
    }

    @Test
    void whoever_comes_back_after_leaving_has_the_holds_and_pairs_of_before() {
        hear(opened(2));
        hear(new CapacityReserved(LOAD, "proposal-1", "account-r", NOW));
        hear(new MentorHeld(LOAD, "need-1", "pair-1", HoldReason.SAFEGUARDING, "account-r", NOW));
        hear(new LoadClosed(LOAD));
        assertThat(input.active(MENTOR, DAY)).isEmpty();

        hear(opened(3));

        assertThat(given()).isFalse();
        assertThat(input.active(MENTOR, DAY))
                .hasValueSatisfying(mentor -> assertThat(mentor.capacity()).isEqualTo(2));
    }

    @Test
    void the_choice_by_hand_is_told_what_bars_a_mentor() {
        FreeMentor mentor = new FreeMentor(opened(1));
        assertThat(mentor.barred()).isEmpty();
        mentor.hear(new ProofExpired(LOAD, DAY));
        assertThat(mentor.barred()).isEqualTo(Optional.of(ProtectiveRule.PROOF_EXPIRED));
        mentor.hear(new HeldForReview(LOAD, DAY));
        assertThat(mentor.barred()).isEqualTo(Optional.of(ProtectiveRule.MENTOR_HELD));
    }

    private boolean given() {
        return input.candidate(MENTOR, DAY).isPresent();
    }

    private void hear(LoadEvent event) {
        input.hear(event);
    }

    private static LoadOpened opened(int capacity) {
        return new LoadOpened(
                LOAD,
                new MentorProfile(true, "94", true, List.of(), List.of(), List.of(), List.of(), null, null),
                capacity);
    }
}
