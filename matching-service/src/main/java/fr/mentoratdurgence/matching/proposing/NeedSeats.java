package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The seats of one qualified need, line by line (FR: places). Stream {@code seats-<uuid of the need>}.
 *
 * <p>They open when the need is qualified, with so many seats for each line. A proposal reserves the lowest free one, a
 * confirmed match takes it, a no or a silence releases it; when a pair breaks, its seat is free again and keeps the
 * seniority of the need. A pré-matching keeps a seat for named mentors, who are asked one after the other; nobody else is
 * given it until one says yes, all were asked, or whoever asked takes it back. Who declined, was interrupted or was
 * excluded is not proposed to the line again, unless a coordinator lifts it. The school may ask for more or fewer seats: where more are in use than it
 * still asks for, the line shrinks as they come free. A need that is withdrawn closes: open proposals end with it, pairs
 * live on. A seat is held by one proposal or pair at a time; all who want it decide on this stream, so of two at once
 * the second hears who was first.
 */
sealed interface NeedSeats {

    /** Nothing was qualified yet. */
    record Unknown() implements NeedSeats {}

    /**
     * @param referent     who follows the need; null = nobody at the moment
     * @param closed       withdrawn: nothing new, pairs live on
     * @param ended        proposals that ended when it was withdrawn
     * @param prematchings those that have not ended, by id
     */
    record Open(
            SeatsOpened opening,
            @Nullable String referent,
            boolean closed,
            List<String> ended,
            Map<Integer, Line> lines,
            Set<Exclusion> exclusions,
            Map<String, PreMatching> prematchings)
            implements NeedSeats {

        Open closing(List<String> proposals) {
            return new Open(opening, referent, true, proposals, lines, exclusions, prematchings);
        }

        Open reopening() {
            return new Open(opening, referent, false, List.of(), lines, exclusions, prematchings);
        }

        Open followedBy(@Nullable String account) {
            return new Open(opening, account, closed, ended, lines, exclusions, prematchings);
        }

        Open with(String prematching, PreMatching changed) {
            Map<String, PreMatching> all = new HashMap<>(prematchings);
            all.put(prematching, changed);
            return new Open(opening, referent, closed, ended, lines, exclusions, Map.copyOf(all));
        }

        Open without(String prematching) {
            Map<String, PreMatching> all = new HashMap<>(prematchings);
            all.remove(prematching);
            return new Open(opening, referent, closed, ended, lines, exclusions, Map.copyOf(all));
        }

        /** The pré-matching that a proposal belongs to. */
        Optional<String> prematchingOf(String proposal) {
            return prematchings.entrySet().stream()
                    .filter(p -> proposal.equals(p.getValue().proposal()))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        /** Seats of a line that are kept for candidates who were not asked yet. */
        int kept(int line) {
            return (int) prematchings.values().stream()
                    .filter(p -> p.line() == line && p.proposal() == null)
                    .count();
        }

        Open with(int number, Line line) {
            Map<Integer, Line> changed = new HashMap<>(lines);
            changed.put(number, line);
            return new Open(opening, referent, closed, ended, Map.copyOf(changed), exclusions, prematchings);
        }

        Open excluding(Exclusion exclusion) {
            Set<Exclusion> more = new HashSet<>(exclusions);
            more.add(exclusion);
            return new Open(opening, referent, closed, ended, lines, Set.copyOf(more), prematchings);
        }

        Open readmitting(Exclusion exclusion) {
            Set<Exclusion> fewer = new HashSet<>(exclusions);
            fewer.remove(exclusion);
            return new Open(opening, referent, closed, ended, lines, Set.copyOf(fewer), prematchings);
        }

        /** Whether nobody has any of its seats. */
        boolean unused() {
            return lines.values().stream().allMatch(line -> line.used().isEmpty());
        }

        boolean excludes(int line, String mentor) {
            return exclusions.contains(new Exclusion(line, mentor));
        }

        LevelBand levelBand(int number) {
            Line line = lines.get(number);
            if (line == null) {
                throw new IllegalStateException("a held seat without a line");
            }
            return line.profile().levelBand();
        }

        Optional<Held> find(Predicate<Holder> wanted) {
            return lines.entrySet().stream()
                    .flatMap(line -> line.getValue().used().entrySet().stream()
                            .filter(seat -> wanted.test(seat.getValue()))
                            .map(seat -> new Held(line.getKey(), seat.getKey(), seat.getValue())))
                    .findFirst();
        }

        /** Whether a pré-matching has not ended and nobody is asked at the moment. */
        boolean waits(String prematching) {
            PreMatching found = prematchings.get(prematching);
            return found != null && found.proposal() == null;
        }

        /** Proposals of a line to this mentor that are not decided yet. */
        List<String> reservations(int line, String mentor) {
            Line found = lines.get(line);
            return found == null
                    ? List.of()
                    : found.used().values().stream()
                            .filter(holder ->
                                    holder.pair() == null && holder.mentor().equals(mentor))
                            .map(Holder::proposal)
                            .sorted()
                            .toList();
        }

        /** Proposals that are not decided yet. */
        List<String> reservations() {
            return lines.values().stream()
                    .flatMap(line -> line.used().values().stream())
                    .filter(holder -> holder.pair() == null)
                    .map(Holder::proposal)
                    .sorted()
                    .toList();
        }
    }

    /**
     * @param asked below {@code count} while more seats are in use than the need still asks for
     */
    record Line(PlaceProfile profile, int count, int asked, Map<Integer, Holder> used) {
        int lowestFreeSeat() {
            int seat = 1;
            while (used.containsKey(seat)) {
                seat++;
            }
            return seat;
        }

        Line with(int seat, Holder holder) {
            Map<Integer, Holder> changed = new HashMap<>(used);
            changed.put(seat, holder);
            return new Line(profile, count, asked, Map.copyOf(changed));
        }

        Line without(int seat) {
            Map<Integer, Holder> changed = new HashMap<>(used);
            changed.remove(seat);
            return new Line(profile, count, asked, Map.copyOf(changed));
        }

        Line counting(int newCount, int newAsked) {
            return new Line(profile, newCount, newAsked, used);
        }
    }

    /** Who holds a seat: a proposal, later a pair. */
    record Holder(String proposal, String mentor, @Nullable String pair, String by, Instant at) {
        Holder as(@Nullable String newPair) {
            return new Holder(proposal, mentor, newPair, by, at);
        }
    }

    /**
     * A seat kept for named mentors.
     *
     * @param candidates who may still be asked, in this order
     * @param proposal   the open one, where there is one: the seat is in use then
     */
    record PreMatching(
            int line, List<String> candidates, @Nullable String proposal) {
        PreMatching asking(String mentor, String next) {
            return new PreMatching(line, candidates.subList(candidates.indexOf(mentor) + 1, candidates.size()), next);
        }

        PreMatching waiting() {
            return new PreMatching(line, candidates, null);
        }
    }

    /** A seat in use. */
    record Held(int line, int seat, Holder holder) {}

    /** A pairing that is not proposed again. */
    record Exclusion(int line, String mentor) {}
}
