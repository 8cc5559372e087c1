package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.Mentors;
import fr.mentoratdurgence.reporting.ledger.Pairs;
import fr.mentoratdurgence.reporting.ledger.Proposals;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Mentors, what was proposed to them, and the pairs that they form. */
final class PeopleFigures {
    private static final String WAITING = "WAITING";
    private static final String CONFIRMED_LATE = "CONFIRMED_LATE";
    private static final String ENDED = "ENDED";

    private final Ledger ledger;
    private final Area area;

    PeopleFigures(Ledger ledger, Area area) {
        this.ledger = ledger;
        this.area = area;
    }

    List<Figure> mentors() {
        Mentors mentors = ledger.mentors;
        Tally applied = tally();
        Tally active = tally();
        Tally withdrawn = tally();
        long screened = 0;
        long refused = 0;
        for (int mentor = 0; mentor < mentors.size(); mentor++) {
            if (!area.hasMentor(mentor)) {
                continue;
            }
            screened += mentors.screenedOn.has(mentor) ? 1 : 0;
            refused += mentors.refusedOn.has(mentor) ? 1 : 0;
            if (mentors.appliedIn.has(mentor)) {
                applied.add(mentors.appliedIn.get(mentor));
            }
            if (mentors.isWithdrawn(mentor)) {
                withdrawn.add(mentors.withdrewFor.get(mentor));
            } else if (mentors.isActive(mentor)) {
                active.add(mentors.activatedIn.get(mentor));
            }
        }
        return List.of(
                applied.figure(Indicators.MENTORS_APPLIED, Axis.DEPARTEMENT),
                Measures.count(Indicators.MENTORS_SCREENED, screened),
                Measures.count(Indicators.MENTORS_REFUSED, refused),
                active.figure(Indicators.MENTORS_ACTIVE, Axis.DEPARTEMENT),
                withdrawn.figure(Indicators.MENTORS_WITHDRAWN, Axis.MENTOR_WITHDRAWAL_REASON));
    }

    List<Figure> proposals() {
        Proposals proposals = ledger.proposals;
        Tally made = tally();
        Tally declinedBySide = tally();
        Tally declinedByReason = tally();
        long accepted = 0;
        long expired = 0;
        for (int proposal = 0; proposal < proposals.size(); proposal++) {
            if (!area.hasProposal(proposal)) {
                continue;
            }
            accepted += proposals.acceptedAt.has(proposal) ? 1 : 0;
            expired += proposals.expiredAt.has(proposal) ? 1 : 0;
            if (proposals.origin.has(proposal)) {
                made.add(proposals.origin.get(proposal));
            }
            if (proposals.declinedFor.has(proposal)) {
                declinedBySide.add(proposals.declinedBySide.get(proposal));
                declinedByReason.add(proposals.declinedFor.get(proposal));
            }
        }
        return List.of(
                made.figure(Indicators.PROPOSALS_MADE, Axis.PROPOSAL_ORIGIN),
                Measures.count(Indicators.PROPOSALS_ACCEPTED, accepted),
                twoAxes(Indicators.PROPOSALS_DECLINED, declinedByReason, Axis.DECLINE_REASON, declinedBySide),
                Measures.count(Indicators.PROPOSALS_EXPIRED, expired));
    }

    List<Figure> pairs() {
        Pairs pairs = ledger.pairs;
        PlaceTally opened = PlaceTally.ofEquity(ledger.codes);
        PlaceTally alive = PlaceTally.ofEquity(ledger.codes);
        Tally overdue = tally();
        Tally interruptedByReason = tally();
        Tally interruptedBySide = tally();
        long contacted = 0;
        long closedAsPlanned = 0;
        long closedEarly = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (!area.hasPair(pair)) {
                continue;
            }
            contacted += pairs.contactedOn.has(pair) ? 1 : 0;
            if (pairs.openedOn.has(pair)) {
                count(pairs, pair, opened, 1);
                count(pairs, pair, alive, pairs.isEnded(pair) ? 0 : 1);
            }
            if (pairs.overdueAt.has(pair)) {
                overdue.add(ledger.codes.number(sinceOverdue(pairs, pair)));
            }
            if (pairs.interruptedOn.has(pair)) {
                interruptedByReason.add(pairs.interruptedFor.get(pair));
                interruptedBySide.add(pairs.interruptedBySide.get(pair));
            }
            if (pairs.closedOn.has(pair)) {
                closedAsPlanned += pairs.planned.get(pair) == 1 ? 1 : 0;
                closedEarly += pairs.planned.get(pair) == 1 ? 0 : 1;
            }
        }
        return List.of(
                opened.figure(Indicators.PAIRS_OPENED),
                alive.figure(Indicators.PAIRS_ALIVE),
                Measures.count(Indicators.PAIRS_CONTACTED, contacted),
                overdue.figure(Indicators.PAIRS_OVERDUE, Axis.OVERDUE_NOW),
                twoAxes(Indicators.PAIRS_INTERRUPTED, interruptedByReason, Axis.INTERRUPTION_REASON, interruptedBySide),
                Measures.count(Indicators.PAIRS_CLOSED_AS_PLANNED, closedAsPlanned),
                Measures.count(Indicators.PAIRS_CLOSED_EARLY, closedEarly));
    }

    List<Figure> sessions() {
        Tally held = tally();
        Tally missed = tally();
        long minutes = 0;
        for (int session = 0; session < ledger.held.size(); session++) {
            if (!area.hasPair(ledger.held.pair.get(session))) {
                continue;
            }
            held.add(ledger.held.code.get(session));
            minutes += ledger.held.minutes.get(session);
        }
        for (int session = 0; session < ledger.missed.size(); session++) {
            if (!area.hasPair(ledger.missed.pair.get(session))) {
                continue;
            }
            missed.add(ledger.missed.code.get(session));
        }
        return List.of(
                held.figure(Indicators.SESSIONS_HELD, Axis.CHANNEL),
                missed.figure(Indicators.SESSIONS_MISSED, Axis.SIDE),
                Measures.hours(Indicators.SESSIONS_HOURS, minutes));
    }

    /** Over all pairs that were opened, whatever became of them; a replacement waits since its need was declared. */
    Figure medianDays() {
        Indicator indicator = Indicators.MEDIAN_DAYS;
        Pairs pairs = ledger.pairs;
        BigDecimal median = Measures.median(
                IntStream.range(0, pairs.size())
                        .filter(pair -> pairs.openedOn.has(pair) && area.hasPair(pair))
                        .mapToLong(pair -> pairs.openedOn.get(pair) - (long) pairs.needDeclaredOn.get(pair)),
                indicator.decimals());
        return new Figure(indicator, median, List.of());
    }

    private static void count(Pairs pairs, int pair, PlaceTally tally, long count) {
        tally.add(pairs.levelBand.get(pair), pairs.audience.get(pair), pairs.departement.get(pair), count);
    }

    private static String sinceOverdue(Pairs pairs, int pair) {
        if (pairs.contactedOn.has(pair)) {
            return CONFIRMED_LATE;
        }
        return pairs.isEnded(pair) ? ENDED : WAITING;
    }

    private static Figure twoAxes(Indicator indicator, Tally byReason, Axis reason, Tally bySide) {
        return new Figure(
                indicator,
                BigDecimal.valueOf(byReason.total()),
                List.of(byReason.breakdown(reason), bySide.breakdown(Axis.SIDE)));
    }

    private Tally tally() {
        return new Tally(ledger.codes);
    }
}
