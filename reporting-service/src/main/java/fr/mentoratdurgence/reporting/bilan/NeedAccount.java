package fr.mentoratdurgence.reporting.bilan;

import static java.util.Objects.requireNonNullElse;

import fr.mentoratdurgence.reporting.bilan.Heard.MatchConfirmed;
import fr.mentoratdurgence.reporting.bilan.Heard.NeedDeclared;
import fr.mentoratdurgence.reporting.bilan.Heard.NeedLineCountRevised;
import fr.mentoratdurgence.reporting.bilan.Heard.NeedQualified;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of one need: its lines with their current counts, and the places that found a mentor. */
final class NeedAccount {
    /** A line whose description was not heard: its count was revised before its need arrived. */
    private static final String UNTOLD = "UNTOLD";

    @Nullable
    String withdrawnFor;

    private boolean declared;
    private boolean qualified;
    private long describedAt = -1;
    private @Nullable String departement;
    private @Nullable String audience;
    private final Map<Integer, Line> lines = new TreeMap<>();

    private static final class Line {
        private @Nullable String band;
        private long bandAt = -1;
        private int count;
        private long countAt = -1;
        private final Map<Integer, MatchConfirmed> coveredSeats = new TreeMap<>();

        void describe(String levelBand, long sequence) {
            if (sequence > bandAt) {
                bandAt = sequence;
                band = levelBand;
            }
        }

        void count(int places, long sequence) {
            if (sequence > countAt) {
                countAt = sequence;
                count = places;
            }
        }
    }

    void declared(NeedDeclared e, long sequence) {
        declared = true;
        describe(e.departement(), e.priorityAudience(), e.lines(), sequence);
    }

    void qualified(NeedQualified e, long sequence) {
        qualified = true;
        describe(e.departement(), e.priorityAudience(), e.lines(), sequence);
    }

    private void describe(String inDepartement, String forAudience, List<Heard.Line> described, long sequence) {
        if (sequence > describedAt) {
            describedAt = sequence;
            departement = inDepartement;
            audience = forAudience;
        }
        for (Heard.Line each : described) {
            line(each.line()).describe(each.levelBand(), sequence);
            line(each.line()).count(each.count(), sequence);
        }
    }

    void revised(NeedLineCountRevised e, long sequence) {
        line(e.line()).count(e.toCount(), sequence);
    }

    /** A place counts as covered once, however many mentors follow each other on it. */
    void covered(MatchConfirmed e) {
        line(e.line()).coveredSeats.putIfAbsent(e.seat(), e);
    }

    private Line line(int number) {
        return lines.computeIfAbsent(number, _ -> new Line());
    }

    static List<Figure> figures(Collection<NeedAccount> needs) {
        PlaceTally asked = new PlaceTally();
        PlaceTally qualified = new PlaceTally();
        PlaceTally covered = new PlaceTally();
        Tally withdrawn = new Tally();
        long needsDeclared = 0;
        long needsQualified = 0;
        for (NeedAccount need : needs) {
            needsDeclared += need.declared ? 1 : 0;
            needsQualified += need.qualified ? 1 : 0;
            if (need.withdrawnFor != null) {
                withdrawn.add(need.withdrawnFor);
            }
            for (Line line : need.lines.values()) {
                if (need.declared || need.qualified) {
                    need.tally(asked, line, need.placesOf(line));
                }
                if (need.qualified) {
                    need.tally(qualified, line, need.placesOf(line));
                }
                need.tallyCovered(covered, line);
            }
        }
        return List.of(
                asked.figure(Indicators.PLACES_ASKED),
                qualified.figure(Indicators.PLACES_QUALIFIED),
                covered.figure(Indicators.PLACES_COVERED),
                Measures.count(Indicators.NEEDS_DECLARED, needsDeclared),
                Measures.count(Indicators.NEEDS_QUALIFIED, needsQualified),
                withdrawn.figure(Indicators.NEEDS_WITHDRAWN, Axis.NEED_WITHDRAWAL_REASON));
    }

    /** A withdrawn need asks for nothing more, yet the places that were covered were asked for. */
    private long placesOf(Line line) {
        return withdrawnFor == null ? line.count : line.coveredSeats.size();
    }

    private void tally(PlaceTally tally, Line line, long places) {
        tally.add(
                requireNonNullElse(line.band, UNTOLD),
                requireNonNullElse(audience, UNTOLD),
                requireNonNullElse(departement, UNTOLD),
                places);
    }

    /** The need says where its places belong; where it was not heard yet, the confirmation does. */
    private void tallyCovered(PlaceTally tally, Line line) {
        for (MatchConfirmed seat : line.coveredSeats.values()) {
            tally.add(
                    requireNonNullElse(line.band, seat.levelBand()),
                    requireNonNullElse(audience, seat.priorityAudience()),
                    requireNonNullElse(departement, seat.departement()),
                    1);
        }
    }
}
