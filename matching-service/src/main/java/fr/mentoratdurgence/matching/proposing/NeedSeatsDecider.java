package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.proposing.NeedSeats.Exclusion;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Held;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Holder;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Line;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Open;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Place;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Unknown;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.CloseSeats;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.OpenSeats;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReleaseSeat;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReopenSeat;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReserveSeat;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReviseLine;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ShrinkLine;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.TakeSeat;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatTaken;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsClosed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of seats: reservations and pairs of a line never exceed its count (I2). */
final class NeedSeatsDecider {
    static final Decider<SeatsCommand, NeedSeats, SeatsEvent> SEATS =
            new Decider<>("NeedSeats", new Unknown(), NeedSeatsDecider::decide, NeedSeatsDecider::evolve);

    private NeedSeatsDecider() {}

    private record Case(NeedSeats seats, SeatsCommand command) {}

    private static List<SeatsEvent> decide(SeatsCommand command, NeedSeats seats) {
        return switch (new Case(seats, command)) {
            case Case(Unknown _, OpenSeats c) -> List.of(opened(c));
            case Case(Open open, ReserveSeat c) -> reserve(open, c);
            case Case(Open open, TakeSeat c) -> take(open, c);
            case Case(Open open, ReleaseSeat c) -> release(open, held(open, c.proposal()), c.exclude());
            case Case(Open open, ReopenSeat c) -> reopen(open, c);
            case Case(Open open, ReviseLine c) -> revise(open, c.line(), c.count(), true);
            case Case(Open open, ShrinkLine c) -> revise(open, c.line(), c.count(), false);
            case Case(Open open, CloseSeats _) -> open.closed() ? List.of() : List.of(new SeatsClosed(stream(open)));

            // told again, or told of a need that never got here: nothing to do
            case Case(Open _, OpenSeats _) -> List.of();
            case Case(Unknown _, CloseSeats _), Case(Unknown _, ReviseLine _), Case(Unknown _, ShrinkLine _) ->
                List.of();
            case Case(Unknown _, ReserveSeat _),
                    Case(Unknown _, TakeSeat _),
                    Case(Unknown _, ReleaseSeat _),
                    Case(Unknown _, ReopenSeat _) -> throw new Rejection(SeatsRejection.NO_SUCH_NEED);
        };
    }

    private static NeedSeats evolve(NeedSeats seats, SeatsEvent event) {
        if (event instanceof SeatsOpened e) {
            Map<Integer, Line> lines = new HashMap<>();
            e.lines()
                    .forEach(l ->
                            lines.put(l.line(), new Line(l.profile().levelBand(), l.count(), l.count(), Map.of())));
            return new Open(Place.of(e), false, Map.copyOf(lines), Set.of());
        }
        if (!(seats instanceof Open open)) {
            throw new IllegalStateException("seats that were never opened: " + event.stream());
        }
        return switch (event) {
            case SeatsOpened _ -> open;
            case SeatReserved e ->
                open.with(
                        e.line(),
                        line(open, e.line())
                                .with(e.seat(), new Holder(e.proposal(), e.mentor(), null, e.by(), e.reservedAt())));
            case SeatTaken e -> {
                Line line = line(open, e.line());
                Holder holder = line.used().get(e.seat());
                yield holder == null ? open : open.with(e.line(), line.with(e.seat(), holder.as(e.pair())));
            }
            case SeatReleased e -> open.with(e.line(), line(open, e.line()).without(e.seat()));
            case PairingExcluded e -> open.excluding(new Exclusion(e.line(), e.mentor()));
            case LineCountRevised e -> open.with(e.line(), line(open, e.line()).counting(e.toCount(), e.askedCount()));
            case SeatsClosed _ -> open.closing();
        };
    }

    private static SeatsOpened opened(OpenSeats c) {
        return new SeatsOpened(
                Streams.seatsOf(c.need()),
                c.structure(),
                c.referent(),
                c.departement(),
                c.academie(),
                c.priorityAudience(),
                c.lines(),
                c.declaredOn());
    }

    private static List<SeatsEvent> reserve(Open open, ReserveSeat c) {
        if (open.closed()) {
            throw new Rejection(SeatsRejection.NEED_WITHDRAWN);
        }
        Line line = line(open, c.line());
        if (open.exclusions().contains(new Exclusion(c.line(), c.mentor()))) {
            throw new Rejection(SeatsRejection.PAIRING_EXCLUDED);
        }
        if (line.used().size() >= line.count()) {
            throw line.used().values().stream()
                    .max(Comparator.comparing(Holder::at).thenComparing(Holder::proposal))
                    .map(last -> new Rejection(SeatsRejection.NO_FREE_SEAT, Winner.details(last.by(), last.at())))
                    .orElseGet(() -> new Rejection(SeatsRejection.NO_SUCH_LINE)); // a line of 0 seats is gone
        }
        return List.of(new SeatReserved(
                stream(open), c.line(), line.lowestFreeSeat(), c.mentor(), c.proposal(), c.by(), c.at()));
    }

    private static List<SeatsEvent> take(Open open, TakeSeat c) {
        Held held = held(open, c.proposal());
        if (held.holder().pair() != null) {
            throw new Rejection(SeatsRejection.SEAT_NOT_HELD);
        }
        return List.of(new SeatTaken(stream(open), held.line(), held.seat(), c.proposal(), c.pair()));
    }

    private static List<SeatsEvent> reopen(Open open, ReopenSeat c) {
        Optional<Held> held = open.find(holder -> c.pair().equals(holder.pair()));
        return held.isEmpty() ? List.of() : release(open, held.get(), true);
    }

    private static List<SeatsEvent> release(Open open, Held held, boolean exclude) {
        List<SeatsEvent> events = new ArrayList<>();
        String stream = stream(open);
        Holder holder = held.holder();
        events.add(new SeatReleased(stream, held.line(), held.seat(), holder.proposal()));
        Line line = line(open, held.line());
        if (line.asked() < line.count()) {
            int count = Math.max(line.asked(), line.used().size() - 1);
            events.add(new LineCountRevised(stream, held.line(), line.count(), count, line.asked()));
        }
        if (exclude) {
            events.add(new PairingExcluded(stream, held.line(), holder.mentor()));
        }
        return events;
    }

    private static List<SeatsEvent> revise(Open open, int number, int count, boolean strict) {
        Line line = line(open, number);
        int inUse = line.used().size();
        if (strict && count < inUse) {
            throw new Rejection(SeatsRejection.SEATS_IN_USE, Map.of("inUse", String.valueOf(inUse)));
        }
        return count == line.asked()
                ? List.of()
                : List.of(new LineCountRevised(stream(open), number, line.count(), Math.max(count, inUse), count));
    }

    private static Held held(Open open, String proposal) {
        return open.find(holder -> holder.proposal().equals(proposal))
                .orElseThrow(() -> new Rejection(SeatsRejection.SEAT_NOT_HELD));
    }

    private static Line line(Open open, int number) {
        Line line = open.lines().get(number);
        if (line == null) {
            throw new Rejection(SeatsRejection.NO_SUCH_LINE);
        }
        return line;
    }

    private static String stream(Open open) {
        return Streams.seatsOf(open.place().need());
    }
}
