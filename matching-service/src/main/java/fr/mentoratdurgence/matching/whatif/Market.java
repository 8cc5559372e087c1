package fr.mentoratdurgence.matching.whatif;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.Candidate;
import fr.mentoratdurgence.matching.engine.LineId;
import fr.mentoratdurgence.matching.engine.Pairing;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Problem;
import fr.mentoratdurgence.matching.engine.WaitingLine;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.proposing.Days;
import fr.mentoratdurgence.matching.proposing.FreeMentor;
import fr.mentoratdurgence.matching.proposing.LoadEvent;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadOpened;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Seats and mentors of one simulated season, with who holds what. */
final class Market {

    /** One seat, which has a memory here: when it first got a mentor. */
    static final class Seat {
        final LocalDate since;
        boolean held;

        @Nullable
        LocalDate served;

        @Nullable
        LocalDate gone;

        Seat(LocalDate since) {
            this.since = since;
        }

        boolean free() {
            return !held && gone == null;
        }
    }

    /** A line with its seats. */
    static final class Line {
        final String need;
        final int number;
        final LineId id;
        final String structure;
        final PlaceProfile profile;
        final String departement;
        final PriorityAudience audience;
        final LocalDate declaredOn;
        final List<Seat> seats = new ArrayList<>();
        int asked;
        int askedBefore;
        boolean open = true;

        Line(
                String need,
                int number,
                String structure,
                PlaceProfile profile,
                String departement,
                PriorityAudience audience,
                LocalDate declaredOn,
                int count) {
            this.need = need;
            this.number = number;
            id = new LineId(need, number);
            this.structure = structure;
            this.profile = profile;
            this.departement = departement;
            this.audience = audience;
            this.declaredOn = declaredOn;
            asked = count;
            for (int i = 0; i < count; i++) {
                seats.add(new Seat(declaredOn));
            }
        }

        String key() {
            return id.toString();
        }

        int free() {
            return open ? (int) seats.stream().filter(Seat::free).count() : 0;
        }

        /**
         * Takes a free seat, one that never had a mentor first. The record may hold one more than are asked for: a line
         * that was revised down while its seats were in use.
         */
        Seat take() {
            Seat taken = seats.stream()
                    .filter(Seat::free)
                    .min(Comparator.comparing(seat -> seat.served != null))
                    .orElseGet(() -> {
                        Seat more = new Seat(declaredOn);
                        seats.add(more);
                        return more;
                    });
            taken.held = true;
            return taken;
        }

        void release(Seat seat, LocalDate day) {
            seat.held = false;
            settle(day);
        }

        void revise(int count, LocalDate day) {
            asked = count;
            for (long alive = alive(); alive < count; alive++) {
                seats.add(new Seat(day.isBefore(declaredOn) ? declaredOn : day));
            }
            settle(day);
        }

        void close(LocalDate day) {
            open = false;
            askedBefore = asked;
            asked = 0;
            settle(day);
        }

        /** It was closed by mistake. */
        void reopen(LocalDate day) {
            open = true;
            revise(askedBefore, day);
        }

        /** Free seats that nobody asks for any more go, the last first. */
        private void settle(LocalDate day) {
            long surplus = alive() - asked;
            for (int i = seats.size() - 1; i >= 0 && surplus > 0; i--) {
                if (seats.get(i).free()) {
                    seats.get(i).gone = day;
                    surplus--;
                }
            }
        }

        private long alive() {
            return seats.stream().filter(seat -> seat.gone == null).count();
        }
    }

    /** A mentor with the pairs and proposals that he or she is in here; all else is as recorded. */
    static final class Mentor {
        private final FreeMentor recorded;
        int used;

        Mentor(LoadOpened opened) {
            recorded = new FreeMentor(opened);
        }

        /** Whether it was recorded that the two are kept apart. */
        boolean excludedFrom(String structure) {
            return recorded.excludedFrom().contains(structure);
        }

        boolean proposable() {
            return recorded.proposable();
        }

        int free() {
            return Math.max(0, recorded.capacity() - used);
        }
    }

    private final Map<LineId, Line> lines = new LinkedHashMap<>();
    private final Map<String, Mentor> mentors = new LinkedHashMap<>();
    private final Set<Pairing> exclusions = new HashSet<>();

    void add(Line line) {
        lines.put(line.id, line);
    }

    Iterable<Line> lines() {
        return lines.values();
    }

    Line line(String need, int number) {
        LineId id = new LineId(need, number);
        Line line = lines.get(id);
        if (line == null) {
            throw new IllegalStateException("a line that was never opened: " + id);
        }
        return line;
    }

    /** What happened to a mentor, but for the pairs: these are simulated. */
    void hear(LoadEvent event) {
        Mentor known = mentors.get(event.mentor());
        if (known != null) {
            known.recorded.hear(event);
        } else if (event instanceof LoadOpened opened) {
            mentors.put(event.mentor(), new Mentor(opened));
        }
    }

    Mentor mentor(String id) {
        Mentor mentor = mentors.get(id);
        if (mentor == null) {
            throw new IllegalStateException("a mentor who was never active: " + id);
        }
        return mentor;
    }

    void readmit(String need, int line, String mentor) {
        exclusions.remove(new Pairing(need, line, mentor));
    }

    void exclude(String need, int line, String mentor) {
        exclusions.add(new Pairing(need, line, mentor));
    }

    Problem problem(LocalDate day, Policy policy) {
        List<WaitingLine> waiting = new ArrayList<>();
        for (Line line : lines.values()) {
            int free = line.free();
            if (free > 0) {
                waiting.add(new WaitingLine(
                        line.need,
                        line.number,
                        line.profile,
                        line.departement,
                        line.audience,
                        Days.since(line.declaredOn, day),
                        free));
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        mentors.forEach((id, mentor) -> {
            if (mentor.proposable() && mentor.free() > 0) {
                candidates.add(new Candidate(
                        id,
                        mentor.recorded.profile(),
                        mentor.free(),
                        Days.since(mentor.recorded.profile().activeSince(), day)));
            }
        });
        Set<Pairing> apart = new HashSet<>(exclusions);
        mentors.forEach((id, mentor) -> {
            if (!mentor.recorded.excludedFrom().isEmpty()) {
                lines.values().stream()
                        .filter(line -> mentor.excludedFrom(line.structure))
                        .forEach(line -> apart.add(new Pairing(line.need, line.number, id)));
            }
        });
        return new Problem(waiting, candidates, apart, policy, 0);
    }
}
