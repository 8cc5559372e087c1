package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.proposing.NeedSeats.Exclusion;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Held;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Holder;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Line;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Open;
import fr.mentoratdurgence.matching.proposing.NeedSeats.PreMatching;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Unknown;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.AskPreMatching;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.CloseSeats;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.EndPreMatching;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ExcludeMentor;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.GiveBackSeat;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.LiftExclusion;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.OpenSeats;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.PassNeedOn;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReleaseSeat;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReopenSeat;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReopenSeats;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReserveSeat;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.RestorePair;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReturnSeat;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ReviseLine;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.ShrinkLine;
import fr.mentoratdurgence.matching.proposing.SeatsCommand.TakeSeat;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionLifted;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.NeedPassedOn;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingAsked;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingEnd;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingEnded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ReplacementQueued;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatGivenBack;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatTaken;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsClosed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsReopened;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            case Case(Unknown _, OpenSeats c) -> List.of(c.opening());
            case Case(Open open, ReserveSeat c) -> reserve(open, c);
            case Case(Open open, TakeSeat c) -> take(open, c);
            case Case(Open open, ReleaseSeat c) -> release(open, held(open, c.proposal()), c.exclude());
            case Case(Open open, ReopenSeat c) -> reopen(open, c);
            case Case(Open open, ExcludeMentor c) -> exclude(open, c);
            case Case(Open open, LiftExclusion c) -> lift(open, c);
            case Case(Open open, AskPreMatching c) -> ask(open, c);
            case Case(Open open, EndPreMatching c) -> List.of(ended(open, c.prematching(), c.end()));
            case Case(Open open, ReviseLine c) -> revise(open, c.line(), c.count(), true);
            case Case(Open open, ShrinkLine c) -> revise(open, c.line(), c.count(), false);
            case Case(Open open, PassNeedOn c) ->
                Objects.equals(open.referent(), c.referent())
                        ? List.of()
                        : List.of(new NeedPassedOn(stream(open), c.referent()));
            case Case(Open open, CloseSeats c) -> close(open, c.ended());
            case Case(Open open, ReopenSeats _) -> open.closed() ? List.of(new SeatsReopened(stream(open))) : List.of();
            case Case(Open open, ReturnSeat c) -> RestoredSeats.give(open, c);
            case Case(Open open, RestorePair c) -> RestoredSeats.give(open, c);
            case Case(Open open, GiveBackSeat c) -> RestoredSeats.take(open, c);

            // qualified again, after it was qualified by mistake
            case Case(Open open, OpenSeats c) -> open.closed() && open.unused() ? List.of(c.opening()) : List.of();
            // told again, or told of a need that never got here: nothing to do
            case Case(Unknown _, CloseSeats _),
                    Case(Unknown _, ReopenSeats _),
                    Case(Unknown _, ReviseLine _),
                    Case(Unknown _, ShrinkLine _),
                    Case(Unknown _, PassNeedOn _) -> List.of();
            case Case(Unknown _, ReserveSeat _),
                    Case(Unknown _, TakeSeat _),
                    Case(Unknown _, ReleaseSeat _),
                    Case(Unknown _, ExcludeMentor _),
                    Case(Unknown _, LiftExclusion _),
                    Case(Unknown _, AskPreMatching _),
                    Case(Unknown _, EndPreMatching _),
                    Case(Unknown _, ReturnSeat _),
                    Case(Unknown _, RestorePair _),
                    Case(Unknown _, GiveBackSeat _),
                    Case(Unknown _, ReopenSeat _) -> throw new Rejection(SeatsRejection.NO_SUCH_NEED);
        };
    }

    private static NeedSeats evolve(NeedSeats seats, SeatsEvent event) {
        if (event instanceof SeatsOpened e) {
            Map<Integer, Line> lines = new HashMap<>();
            e.qualified()
                    .lines()
                    .forEach(l -> lines.put(l.line(), new Line(l.profile(), l.count(), l.count(), Map.of())));
            Set<Exclusion> exclusions = seats instanceof Open before ? before.exclusions() : Set.of();
            return new Open(e, e.qualified().referent(), false, List.of(), Map.copyOf(lines), exclusions, Map.of());
        }
        if (!(seats instanceof Open open)) {
            throw new IllegalStateException("seats that were never opened: " + event.stream());
        }
        return switch (event) {
            case SeatsOpened _ -> open;
            case SeatReserved e -> {
                Holder holder = new Holder(e.proposal(), e.mentor(), null, e.by(), e.reservedAt());
                Open reserved = open.with(e.line(), line(open, e.line()).with(e.seat(), holder));
                PreMatching asking =
                        e.prematching() == null ? null : open.prematchings().get(e.prematching());
                yield e.prematching() == null || asking == null
                        ? reserved
                        : reserved.with(e.prematching(), asking.asking(e.mentor(), e.proposal()));
            }
            case SeatTaken e -> {
                Line line = line(open, e.line());
                Holder holder = line.used().get(e.seat());
                yield holder == null ? open : open.with(e.line(), line.with(e.seat(), holder.as(e.pair())));
            }
            case SeatReleased e -> {
                Open released = open.with(e.line(), line(open, e.line()).without(e.seat()));
                yield open.prematchingOf(e.proposal())
                        .map(id -> released.with(id, prematching(open, id).waiting()))
                        .orElse(released);
            }
            case ReplacementQueued _ -> open;
            case PreMatchingAsked e -> open.with(e.prematching(), new PreMatching(e.line(), e.candidates(), null));
            case PreMatchingEnded e -> open.without(e.prematching());
            case PairingExcluded e -> open.excluding(new Exclusion(e.line(), e.mentor()));
            case ExclusionLifted e -> open.readmitting(new Exclusion(e.line(), e.mentor()));
            case LineCountRevised e -> open.with(e.line(), line(open, e.line()).counting(e.toCount(), e.askedCount()));
            case NeedPassedOn e -> open.followedBy(e.referent());
            case SeatsClosed e -> open.closing(e.ended());
            case SeatsReopened _ -> open.reopening();
            case SeatGivenBack e -> {
                Line line = line(open, e.line());
                Holder holder = line.used().get(e.seat());
                yield holder == null ? open : open.with(e.line(), line.with(e.seat(), holder.as(null)));
            }
        };
    }

    private static List<SeatsEvent> reserve(Open open, ReserveSeat c) {
        if (open.closed()) {
            throw new Rejection(SeatsRejection.NEED_WITHDRAWN);
        }
        Line line = line(open, c.line());
        String prematching = c.prematching();
        int kept = open.kept(c.line());
        if (prematching != null) {
            PreMatching asking = prematching(open, prematching);
            if (asking.proposal() != null || !asking.candidates().contains(c.mentor())) {
                throw new Rejection(SeatsRejection.PREMATCHING_NOT_WAITING);
            }
            kept--;
        }
        if (line.used().size() >= line.count()) {
            throw line.used().values().stream()
                    .max(Comparator.comparing(Holder::at).thenComparing(Holder::proposal))
                    .map(last -> new Rejection(SeatsRejection.NO_FREE_SEAT, Winner.details(last.by(), last.at())))
                    .orElseGet(() -> new Rejection(SeatsRejection.NO_SUCH_LINE)); // a line of 0 seats is gone
        }
        if (prematching == null && line.used().size() + kept >= line.count()) {
            throw new Rejection(SeatsRejection.HELD_FOR_PREMATCHING);
        }
        return List.of(new SeatReserved(
                stream(open), c.line(), line.lowestFreeSeat(), c.mentor(), c.proposal(), c.by(), c.at(), prematching));
    }

    private static List<SeatsEvent> exclude(Open open, ExcludeMentor c) {
        var _ = line(open, c.line());
        return open.excludes(c.line(), c.mentor())
                ? List.of()
                : List.of(new PairingExcluded(stream(open), c.line(), c.mentor(), c.reason(), c.by()));
    }

    private static List<SeatsEvent> lift(Open open, LiftExclusion c) {
        if (!open.excludes(c.line(), c.mentor())) {
            throw new Rejection(SeatsRejection.PAIRING_NOT_EXCLUDED);
        }
        return List.of(new ExclusionLifted(stream(open), c.line(), c.mentor(), c.reason(), c.by()));
    }

    private static List<SeatsEvent> ask(Open open, AskPreMatching c) {
        if (open.closed()) {
            throw new Rejection(SeatsRejection.NEED_WITHDRAWN);
        }
        Line line = line(open, c.line());
        if (line.used().size() + open.kept(c.line()) >= line.count()) {
            throw new Rejection(SeatsRejection.NO_SEAT_TO_KEEP);
        }
        return List.of(new PreMatchingAsked(stream(open), c.prematching(), c.line(), c.candidates(), c.by(), c.at()));
    }

    private static PreMatchingEnded ended(Open open, String prematching, PreMatchingEnd end) {
        return new PreMatchingEnded(
                stream(open), prematching, prematching(open, prematching).line(), end);
    }

    private static List<SeatsEvent> close(Open open, List<String> proposals) {
        if (open.closed()) {
            return List.of();
        }
        List<SeatsEvent> events = new ArrayList<>();
        open.prematchings().keySet().stream()
                .sorted()
                .forEach(id -> events.add(ended(open, id, PreMatchingEnd.WITHDRAWN)));
        events.add(new SeatsClosed(stream(open), proposals));
        return events;
    }

    private static PreMatching prematching(Open open, String id) {
        PreMatching found = open.prematchings().get(id);
        if (found == null) {
            throw new Rejection(SeatsRejection.PREMATCHING_NOT_WAITING);
        }
        return found;
    }

    private static List<SeatsEvent> take(Open open, TakeSeat c) {
        Held held = held(open, c.proposal());
        if (held.holder().pair() != null) {
            throw new Rejection(SeatsRejection.SEAT_NOT_HELD);
        }
        List<SeatsEvent> events = new ArrayList<>();
        events.add(new SeatTaken(stream(open), held.line(), held.seat(), c.proposal(), c.pair()));
        open.prematchingOf(c.proposal()).ifPresent(id -> events.add(ended(open, id, PreMatchingEnd.SERVED)));
        return events;
    }

    private static List<SeatsEvent> reopen(Open open, ReopenSeat c) {
        Optional<Held> held = open.find(holder -> c.pair().equals(holder.pair()));
        if (held.isEmpty()) {
            return List.of();
        }
        List<SeatsEvent> events = release(open, held.get(), true);
        Line line = line(open, held.get().line());
        if (!open.closed() && line.asked() >= line.count()) {
            events.add(new ReplacementQueued(
                    stream(open),
                    held.get().line(),
                    held.get().seat(),
                    c.pair(),
                    open.opening().qualified().declaredOn()));
        }
        return events;
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

    static Held held(Open open, String proposal) {
        return open.find(holder -> holder.proposal().equals(proposal))
                .orElseThrow(() -> new Rejection(SeatsRejection.SEAT_NOT_HELD));
    }

    static Line line(Open open, int number) {
        Line line = open.lines().get(number);
        if (line == null) {
            throw new Rejection(SeatsRejection.NO_SUCH_LINE);
        }
        return line;
    }

    static String stream(Open open) {
        return open.opening().stream();
    }
}
