package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.FOLLOWED_ALREADY;
import static fr.mentoratdurgence.followup.pairs.PairRejection.HAND_OVER_UNTIL;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ENDED;
import static fr.mentoratdurgence.followup.pairs.PairSamples.PAIR;
import static fr.mentoratdurgence.followup.pairs.PairSamples.opened;

import fr.mentoratdurgence.followup.pairs.HandOverCommand.HandBack;
import fr.mentoratdurgence.followup.pairs.HandOverCommand.HandOver;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairClosed;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandedOver;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairInterrupted;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who follows a pair: for good, for a time, and back again. */
class HandOverRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 4);
    private static final LocalDate SUNDAY = LocalDate.of(2020, 5, 10);
    private static final String OWNER = opened().terms().referent();

    private final DeciderFixture<PairCommand, Pair, PairEvent> pair = new DeciderFixture<>(PairDecider.PAIR);

    @Test
    void it_is_handed_over_for_good_to_somebody_else() {
        pair.given(opened()).when(to("account-b", null)).then(handed(OWNER, "account-b", null, TODAY));
        pair.given(opened()).when(to(OWNER, null)).thenRejected(FOLLOWED_ALREADY);
        pair.given(opened(), handed(OWNER, "account-b", null, TODAY))
                .when(to("account-b", null))
                .thenRejected(FOLLOWED_ALREADY);
        pair.given(opened(), handed(OWNER, "account-b", null, TODAY))
                .when(new HandBack(PAIR, SUNDAY.plusDays(9)))
                .then();
    }

    @Test
    void what_was_lent_goes_back_after_its_last_day_to_the_first_who_lent_it() {
        PairHandedOver lent = handed(OWNER, "account-b", SUNDAY, TODAY);
        pair.given(opened()).when(to("account-b", SUNDAY)).then(lent);
        pair.given(opened(), lent).when(new HandBack(PAIR, SUNDAY)).then();
        pair.given(opened(), lent)
                .when(new HandBack(PAIR, SUNDAY.plusDays(1)))
                .then(handed("account-b", OWNER, null, SUNDAY.plusDays(1)));
        PairHandedOver on = handed("account-b", "account-c", SUNDAY.plusDays(7), TODAY);
        pair.given(opened(), lent, on)
                .when(new HandBack(PAIR, SUNDAY.plusDays(1)))
                .then();
        pair.given(opened(), lent, on)
                .when(new HandBack(PAIR, SUNDAY.plusDays(8)))
                .then(handed("account-c", OWNER, null, SUNDAY.plusDays(8)));
    }

    @Test
    void a_day_is_to_come_and_not_too_far_away() {
        pair.given(opened()).when(to("account-b", TODAY.minusDays(1))).thenRejected(HAND_OVER_UNTIL);
        pair.given(opened()).when(to("account-b", TODAY.plusDays(93))).thenRejected(HAND_OVER_UNTIL);
    }

    @Test
    void of_a_pair_that_is_over_only_a_place_that_is_kept_is_handed_over_and_does_not_come_back() {
        PairInterrupted kept = new PairInterrupted(
                PAIR,
                "need-1",
                1,
                2,
                "mentor-1",
                Side.MENTOR,
                InterruptionReason.MENTOR_AWAY_FOR_A_TIME,
                SeatAfterwards.HOLD,
                SUNDAY,
                TODAY);
        pair.given(opened(), kept).when(to("account-b", SUNDAY)).then(handed(OWNER, "account-b", null, TODAY));
        pair.given(opened(), handed(OWNER, "account-b", SUNDAY, TODAY), kept)
                .when(new HandBack(PAIR, SUNDAY.plusDays(1)))
                .then();
        pair.given(opened(), new PairClosed(PAIR, "need-1", 1, 2, "mentor-1", true, TODAY))
                .when(to("account-b", null))
                .thenRejected(PAIR_ENDED);
    }

    private static HandOver to(String account, @Nullable LocalDate until) {
        return new HandOver(PAIR, account, until, "desk:1", TODAY);
    }

    private static PairHandedOver handed(String from, String to, @Nullable LocalDate until, LocalDate on) {
        return new PairHandedOver(PAIR, "need-1", "mentor-1", from, to, until, on);
    }
}
