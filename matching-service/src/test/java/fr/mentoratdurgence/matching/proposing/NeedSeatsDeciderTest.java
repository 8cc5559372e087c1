package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.Examples.MATHS;
import static fr.mentoratdurgence.matching.proposing.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.CloseSeats;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.OpenSeats;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.PassNeedOn;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReleaseSeat;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReopenSeat;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReserveSeat;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReviseLine;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ShrinkLine;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.TakeSeat;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.NeedPassedOn;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ReplacementQueued;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatTaken;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsClosed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeedSeatsDeciderTest {
    private static final String SEATS = "seats-1";
    private final DeciderFixture<SeatsCommand, NeedSeats, SeatsEvent> seats =
            new DeciderFixture<>(NeedSeatsDecider.SEATS);

    @Test
    void a_qualified_need_opens_its_seats_once() {
        OpenSeats open = new OpenSeats(opened(2));
        seats.given().when(open).then(opened(2));
        seats.given(opened(2)).when(open).thenNothing();
    }

    @Test
    void the_lowest_free_seat_is_reserved() {
        seats.given(opened(2)).when(reserve("proposal-a")).then(reserved(1, "proposal-a"));
        seats.given(opened(2), reserved(1, "proposal-a"))
                .when(reserve("proposal-b"))
                .then(reserved(2, "proposal-b"));
        seats.given(opened(2), reserved(1, "proposal-a"), reserved(2, "proposal-b"), released(1, "proposal-a"))
                .when(reserve("proposal-c"))
                .then(reserved(1, "proposal-c"));
    }

    @Test
    void who_comes_too_late_for_the_last_seat_hears_who_was_first() {
        Rejection refused = seats.given(opened(1), reserved(1, "proposal-a"))
                .when(reserve("proposal-b"))
                .thenRejected(SeatsRejection.NO_FREE_SEAT);
        assertThat(refused.details())
                .containsEntry("by", "account-first")
                .containsEntry("at", NOW.toString())
                .containsEntry("atLocal", "20 avril 2020 à 11\u00a0h");
    }

    @Test
    void a_pair_keeps_its_seat() {
        seats.given(opened(1), reserved(1, "proposal-a"))
                .when(new TakeSeat("proposal-a", "pair-a"))
                .then(new SeatTaken(SEATS, 1, 1, "proposal-a", "pair-a"));
        seats.given(opened(1), reserved(1, "proposal-a"), taken(1, "proposal-a", "pair-a"))
                .when(reserve("proposal-b"))
                .thenRejected(SeatsRejection.NO_FREE_SEAT);
        seats.given(opened(1), reserved(1, "proposal-a"), taken(1, "proposal-a", "pair-a"))
                .when(new TakeSeat("proposal-a", "pair-b"))
                .thenRejected(SeatsRejection.SEAT_NOT_HELD);
    }

    @Test
    void a_declined_pairing_is_excluded() {
        seats.given(opened(1), reserved(1, "proposal-a"))
                .when(new ReleaseSeat("proposal-a", true))
                .then(released(1, "proposal-a"), new PairingExcluded(SEATS, 1, "mentor-1"));
        seats.given(opened(1), reserved(1, "proposal-a"))
                .when(new ReleaseSeat("proposal-a", false))
                .then(released(1, "proposal-a"));
    }

    @Test
    void an_interrupted_pair_frees_its_seat_and_excludes_the_two() {
        seats.given(opened(1), reserved(1, "proposal-a"), taken(1, "proposal-a", "pair-a"))
                .when(new ReopenSeat("pair-a"))
                .then(
                        released(1, "proposal-a"),
                        new PairingExcluded(SEATS, 1, "mentor-1"),
                        new ReplacementQueued(SEATS, 1, 1, "pair-a", LocalDate.of(2020, 4, 1)));
        seats.given(opened(1)).when(new ReopenSeat("pair-a")).thenNothing();
    }

    @Test
    void a_line_cannot_shrink_below_what_is_in_use() {
        seats.given(opened(3), reserved(1, "proposal-a"))
                .when(new ReviseLine(1, 1))
                .then(new LineCountRevised(SEATS, 1, 3, 1, 1));
        seats.given(opened(3), reserved(1, "proposal-a"), reserved(2, "proposal-b"))
                .when(new ReviseLine(1, 1))
                .thenRejected(SeatsRejection.SEATS_IN_USE);
        seats.given(opened(1)).when(new ReviseLine(1, 4)).then(new LineCountRevised(SEATS, 1, 1, 4, 4));
        seats.given(opened(1)).when(new ReviseLine(1, 1)).thenNothing();
        seats.given(opened(1)).when(new ReviseLine(9, 1)).thenRejected(SeatsRejection.NO_SUCH_LINE);
    }

    @Test
    void a_line_that_has_to_shrink_does_so_as_seats_come_free() {
        List<SeatsEvent> past = List.of(
                opened(3),
                reserved(1, "proposal-a"),
                reserved(2, "proposal-b"),
                new LineCountRevised(SEATS, 1, 3, 2, 1));
        seats.given(past.subList(0, 3)).when(new ShrinkLine(1, 1)).then(new LineCountRevised(SEATS, 1, 3, 2, 1));
        seats.given(past)
                .when(new ReleaseSeat("proposal-a", false))
                .then(released(1, "proposal-a"), new LineCountRevised(SEATS, 1, 2, 1, 1));
    }

    @Test
    void a_withdrawn_need_gets_no_new_proposal_but_its_pairs_can_end() {
        seats.given(opened(1), new SeatsClosed(SEATS))
                .when(reserve("proposal-a"))
                .thenRejected(SeatsRejection.NEED_WITHDRAWN);
        seats.given(opened(1), new SeatsClosed(SEATS)).when(new CloseSeats()).thenNothing();
        seats.given(opened(1)).when(new CloseSeats()).then(new SeatsClosed(SEATS));
        seats.given(opened(1), reserved(1, "proposal-a"), taken(1, "proposal-a", "pair-a"), new SeatsClosed(SEATS))
                .when(new ReopenSeat("pair-a"))
                .then(released(1, "proposal-a"), new PairingExcluded(SEATS, 1, "mentor-1"));
    }

    @Test
    void who_follows_the_need_is_passed_on_once() {
        seats.given(opened(1)).when(new PassNeedOn("account-s")).then(new NeedPassedOn(SEATS, "account-s"));
        seats.given(opened(1)).when(new PassNeedOn("account-r")).thenNothing();
        seats.given(opened(1), new NeedPassedOn(SEATS, null))
                .when(new PassNeedOn("account-r"))
                .then(new NeedPassedOn(SEATS, "account-r"));
        seats.given().when(new PassNeedOn("account-s")).thenNothing(); // its qualification will say who has it
    }

    @Test
    void a_need_that_was_never_qualified_has_no_seats() {
        seats.given().when(reserve("proposal-a")).thenRejected(SeatsRejection.NO_SUCH_NEED);
        seats.given().when(new CloseSeats()).thenNothing();
        seats.given().when(new ReviseLine(1, 3)).thenNothing();
        seats.given(opened(1)).when(new ReleaseSeat("proposal-a", false)).thenRejected(SeatsRejection.SEAT_NOT_HELD);
    }

    private static ReserveSeat reserve(String proposal) {
        return new ReserveSeat(1, "mentor-1", proposal, "account-first", NOW, null);
    }

    private static SeatsOpened opened(int count) {
        return new SeatsOpened(
                SEATS,
                new QualifiedNeed(
                        "structure-0940176F",
                        "account-r",
                        "94",
                        "24",
                        PriorityAudience.REP,
                        List.of(new SeatLine(1, count, MATHS)),
                        LocalDate.of(2020, 4, 1)));
    }

    private static SeatReserved reserved(int seat, String proposal) {
        return new SeatReserved(SEATS, 1, seat, "mentor-1", proposal, "account-first", NOW);
    }

    private static SeatTaken taken(int seat, String proposal, String pair) {
        return new SeatTaken(SEATS, 1, seat, proposal, pair);
    }

    private static SeatReleased released(int seat, String proposal) {
        return new SeatReleased(SEATS, 1, seat, proposal);
    }
}
