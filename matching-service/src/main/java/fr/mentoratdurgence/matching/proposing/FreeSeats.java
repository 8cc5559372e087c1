package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.proposing.SeatsEvent.ReplacementQueued;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one need has free, for whoever folds stored events: the memory is the deciders' own, so what a run is given is
 * what a proposal will be allowed.
 */
public final class FreeSeats {
    private record Seat(int line, int seat) {}

    private NeedSeats seats = NeedSeatsDecider.SEATS.initial();
    private final Set<Seat> replaced = new HashSet<>();

    /** One more event of the need, in the order of its stream. */
    public void hear(SeatsEvent event) {
        seats = NeedSeatsDecider.SEATS.evolve().apply(seats, event);
        if (event instanceof ReplacementQueued e) {
            replaced.add(new Seat(e.line(), e.seat()));
        }
    }

    /** All lines by their number, also those that have nothing free. */
    public List<FreeLine> lines() {
        return seats instanceof NeedSeats.Open open
                ? open.lines().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(line -> line(open, line.getKey(), line.getValue()))
                        .toList()
                : List.of();
    }

    private FreeLine line(NeedSeats.Open open, int number, NeedSeats.Line line) {
        QualifiedNeed need = open.opening().qualified();
        int kept = open.kept(number);
        return new FreeLine(
                open.opening().need(),
                number,
                need.structure(),
                need.departement(),
                need.priorityAudience(),
                line.profile(),
                need.declaredOn(),
                line.count(),
                open.closed() ? 0 : Math.max(0, line.count() - line.used().size() - kept),
                kept,
                (int) replaced.stream()
                        .filter(seat -> seat.line() == number && !line.used().containsKey(seat.seat()))
                        .count());
    }
}
