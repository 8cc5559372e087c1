package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.NeedSeatsDecider.held;
import static fr.mentoratdurgence.matching.proposing.NeedSeatsDecider.line;
import static fr.mentoratdurgence.matching.proposing.NeedSeatsDecider.stream;

import fr.mentoratdurgence.matching.proposing.NeedSeats.Held;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Line;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Open;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.GiveBackSeat;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.RestorePair;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReturnSeat;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionLifted;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LiftReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatGivenBack;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatTaken;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.ArrayList;
import java.util.List;

/** The rules of seats that come back because what had freed them was a mistake. Pure. */
final class RestoredSeats {
    private RestoredSeats() {}

    /** A no built on nothing: where somebody else has the seat by now, it stays. */
    static List<SeatsEvent> give(Open open, ReturnSeat c) {
        Line line = line(open, c.line());
        boolean asked = c.prematching() == null || open.waits(c.prematching());
        int kept = open.kept(c.line()) - (c.prematching() == null ? 0 : 1);
        if (open.closed()
                || !asked
                || line.used().containsKey(c.seat())
                || line.used().size() + kept >= line.count()) {
            throw new Rejection(ProposalRejection.NOTHING_TO_UNDO);
        }
        List<SeatsEvent> events = readmit(open, c.line(), c.mentor(), c.by());
        events.add(new SeatReserved(
                stream(open), c.line(), c.seat(), c.mentor(), c.proposal(), c.by(), c.at(), c.prematching()));
        return events;
    }

    /** A pair lives, whatever became of its seat: a line may have one more than it asks for until one comes free. */
    static List<SeatsEvent> give(Open open, RestorePair c) {
        if (open.find(holder -> c.pair().equals(holder.pair())).isPresent()) {
            return List.of();
        }
        Line line = line(open, c.line());
        List<SeatsEvent> events = readmit(open, c.line(), c.mentor(), c.by());
        int used = line.used().size();
        if (used >= line.count()) {
            events.add(new LineCountRevised(stream(open), c.line(), line.count(), used + 1, line.asked()));
        }
        int seat = line.used().containsKey(c.seat()) ? line.lowestFreeSeat() : c.seat();
        events.add(new SeatReserved(stream(open), c.line(), seat, c.mentor(), c.proposal(), c.by(), c.at()));
        events.add(new SeatTaken(stream(open), c.line(), seat, c.proposal(), c.pair()));
        return events;
    }

    static List<SeatsEvent> take(Open open, GiveBackSeat c) {
        Held held = held(open, c.proposal());
        if (!c.pair().equals(held.holder().pair())) {
            throw new Rejection(SeatsRejection.SEAT_NOT_HELD);
        }
        return List.of(new SeatGivenBack(stream(open), held.line(), held.seat(), c.proposal(), c.pair()));
    }

    /** What the refusal or the end had brought about between the two goes with it. */
    private static List<SeatsEvent> readmit(Open open, int line, String mentor, String by) {
        List<SeatsEvent> events = new ArrayList<>();
        if (open.excludes(line, mentor)) {
            events.add(new ExclusionLifted(stream(open), line, mentor, LiftReason.RECORDED_BY_MISTAKE, by));
        }
        return events;
    }
}
